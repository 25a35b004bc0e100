# SPDX-License-Identifier: MIT
# Text work: f-strings, %-formatting and str.format, join and split, replace, find, character loops, +=.
import time


def report(rows):
    lines = []
    for number, (name, amount, ratio) in enumerate(rows, 1):
        lines.append(f"{number:>5} {name:<12}|{amount:>10,}|{ratio:8.3f}|{amount % 255:02x}")
        lines.append("%5d %-12s|%10d|%8.2f" % (number, name, amount, ratio))
        lines.append("{0:05d} {2:+.1e} {1!r}".format(number, name, ratio))
    return "\n".join(lines)


def caesar(text, shift):
    result = ""
    for character in text:
        if "a" <= character <= "z":
            character = chr((ord(character) - 97 + shift) % 26 + 97)
        result += character
    return result


def count_words(text):
    words = 0
    longest = ""
    for line in text.split("\n"):
        for word in line.strip().split():
            words += 1
            if len(word) > len(longest):
                longest = word
    return words, longest


def checksum(text):
    value = 0
    for character in text:
        value = (value * 31 + ord(character)) % 1000000007
    return value


def main():
    rows = [(f"item-{i * 7 % 1000}", i * i * 13, i / 7) for i in range(40000)]
    text = report(rows)
    words, longest = count_words(text)
    shifted = caesar(text[:200000], 5)
    replaced = text.replace("item", "thing").upper().title()
    places = 0
    position = text.find("99")
    while position >= 0:
        places += 1
        position = text.find("99", position + 1)
    parsed = sum(int(line[:5]) for line in text.splitlines())
    return len(text), words, longest, checksum(shifted), checksum(replaced[-100000:]), places, parsed


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
