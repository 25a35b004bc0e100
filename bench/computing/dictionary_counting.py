# SPDX-License-Identifier: MIT
# Dictionaries: counting words and pairs, grouping, look-ups with integer, string and tuple keys, deletion.
import time


def words_of(count):
    state = 42
    syllables = ["ka", "lo", "mi", "ren", "tu", "sha", "vo", "pel"]
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        a, b, c = state >> 8 & 7, state >> 13 & 7, state >> 18 & 3
        yield syllables[a] + syllables[b] + syllables[c]


def count(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def count_pairs(words):
    pairs = {}
    previous = ""
    for word in words:
        pair = previous, word
        if pair in pairs:
            pairs[pair] += 1
        else:
            pairs[pair] = 1
        previous = word
    return pairs


def group(words):
    groups = {}
    for word in words:
        groups.setdefault(len(word), []).append(word)
    return groups


def integer_keys(limit):
    table = {}
    for number in range(limit):
        table[number * 37 % limit] = number
    total = 0
    for key in table:
        total += table[key] ^ key
    for key in range(0, limit, 2):
        del table[key]
    return total, len(table)


def main():
    words = list(words_of(240000))
    counts = count(words)
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    pairs = count_pairs(words)
    groups = group(words)
    inverted = {number: word for word, number in counts.items()}
    return (
        len(counts), top, len(pairs), max(pairs.values()), len(inverted),
        {length: len(members) for length, members in sorted(groups.items())}, integer_keys(300007),
    )


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
