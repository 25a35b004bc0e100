# no-stress: hundreds of thousands of objects
def numbers(seed, count, modulus):
    x = seed
    for _ in range(count):
        x = (x * 1103515245 + 12345) % 2**31
        yield x // 7 % modulus


def check(items, key=None):
    for reverse in (False, True):
        indexed = list(enumerate(items))
        by_key = sorted(indexed, key=lambda pair: pair[1] if key is None else key(pair[1]), reverse=reverse)
        result = sorted(items, key=key, reverse=reverse)
        assert [item for _, item in by_key] == result, (items, result)
        for (i, a), (j, b) in zip(by_key, by_key[1:]):
            ka, kb = (a, b) if key is None else (key(a), key(b))
            assert not (ka < kb if reverse else kb < ka)
            assert ka != kb or i < j


for count in (0, 1, 2, 5, 31, 32, 33, 63, 64, 65, 100, 500, 1000):
    for modulus in (1, 3, 50, 10**6):
        ints = list(numbers(count, count, modulus))
        check(ints)
        check([n / 4 for n in ints])
        check([str(n) for n in ints])
        check(["\u00e9" * (n % 3) + str(n) for n in ints])
        check([(n, str(n)) for n in ints])
        check([(str(n), n % 3) for n in ints])
        check([(n / 2, -n) for n in ints])
        check([[n, 1] for n in ints])
        check([n * 10**20 for n in ints])
        check([n if n % 2 else n / 1 for n in ints])
        check([n % 2 == 0 for n in ints])
        check(ints, key=lambda n: -n)
        check(ints, key=lambda n: n % 7)
        check(ints, key=str)
        check(ints, key=lambda n: (n % 5, str(n)))
        check(list(range(count)))
        check(list(range(count, 0, -1)))
        check(list(range(count)) + [-1])
        check(list(range(count // 2)) * 2)
print("ok")
print(sorted([3, 1, 2], reverse=True), sorted("hello"), sorted({"b": 1, "a": 2}), sorted((3, 1), key=lambda n: -n))
print(sorted(["b", "A", "c"], key=str.lower), sorted([True, False, 2, 0.5]), sorted([]), sorted([(1, "b"), (1, "a"), (0, "c")]))
print(sorted([(1,), (), (1, 2), (0,)]), sorted([float("inf"), 1.0, -float("inf"), -0.0, 0.0]))
