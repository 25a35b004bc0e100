from itertools import *
from operator import mul


def first(n, iterable):
    return list(islice(iterable, n))


print(first(3, count()), first(3, count(5, 2)), first(3, count(1.5, 0.5)), first(3, count(2**62)), first(2, count(-1, -1)))
print(count(), count(5, 2), count(1.5), repeat("x"), repeat(1, 3), repeat(1, -3))
print(first(5, cycle("ab")), list(cycle([])), list(repeat(1, 3)), first(2, repeat(None)), list(repeat(1, times=0)))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], mul)), list(accumulate([], initial=5)),
      list(accumulate("abc", initial="x")), list(accumulate([3, 1, 2], max)))
print(list(batched("abcde", 2)), list(batched([], 3)), list(batched("ab", 5)), list(batched("abcd", 2, strict=True)))
print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", "c"])))
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("ab", 0)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 1)),
      list(combinations_with_replacement("", 0)))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations("ab", 3)), list(permutations("ab", 0)))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("ab", [])),
      list(product("ab", repeat=0)))
print(list(compress("abcd", [1, 0, 1])), list(dropwhile(str.isdigit, "12a3")), list(takewhile(str.isdigit, "12a3")))
print(list(filterfalse(str.isdigit, "1a2b")), list(filterfalse(None, [0, 1, "", "x"])), list(starmap(pow, [(2, 3), [3, 2]])))
print([(k, list(g)) for k, g in groupby("aabca")], [(k, list(g)) for k, g in groupby([1, 3, 2, 5], lambda n: n % 2)])
print(list(islice("abcdef", 3)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice("ab", None)),
      list(islice("abc", 0)), list(islice("abcdef", 1, 5, 3)))
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise("")))
print(list(zip_longest("ab", "c")), list(zip_longest("ab", "c", fillvalue="-")), list(zip_longest()))

a, b, c = tee("abc", 3)
print(next(a), next(a), list(b), next(a), list(c), list(a), tee("ab", 0))
x, = tee(iter([1, 2, 3]), 1)
next(x)
y, z = tee(x)
print(list(y), list(z))
big, other = tee(range(200))
print(sum(big), sum(other))

it = iter(range(10))
print(list(islice(it, 2, 5)), list(it))
it = iter("abc")
print(list(takewhile(lambda c: c != "b", it)), list(it))
groups = groupby("aabb")
key, group = next(groups)
next(groups)
print(key, list(group))
s = [1, 2]
print(list(zip(chain(s, s), count())), list(zip(*[iter("abcdef")] * 2)))


class Counting(count):
    pass


print(next(Counting(3)), isinstance(chain(), chain), repeat(5, 3).__length_hint__())
total = 0
for triple in combinations(range(12), 3):
    total += triple[0] * triple[1] + triple[2]
print(total, sum(1 for _ in permutations(range(7))), sum(1 for _ in product(range(6), repeat=4)))


def reenter():
    yield next(left)


left, right = tee(reenter())
try:
    next(left)
except (RuntimeError, ValueError) as error:
    print(error)
