def numbers(seed, count, modulus):
    x = seed
    for _ in range(count):
        x = (x * 1103515245 + 12345) % 2**31
        yield x % modulus - modulus // 3


for seed in range(30):
    a = set(numbers(seed, seed * 7, 1000))
    b = set(numbers(seed + 1, 100 - seed * 3, 50 + seed * 20))
    print(list(a))
    print(list(a | b), list(a & b), list(a - b), list(a ^ b))
    print(list(b - a), list(b | a), list(b ^ a), list(b & a))
    print(list(a.union(list(b), range(5))), list(a.intersection(list(b))), list(a.difference(list(b))))
    print(list(a.symmetric_difference(list(b))), list(frozenset(list(b))), list(a.copy()))
    for n in list(b)[::2]:
        a.discard(n)
        b.discard(n)
    a.update(range(seed))
    print(list(a), list(b), list(set(a)), list(a.copy()))
    a -= b
    print(list(a))
    b &= set(range(100))
    print(list(b))
    a ^= set(range(0, 200, 3))
    print(list(a), [a.pop() for _ in range(min(5, len(a)))], list(a))
    print(list(set({n: 0 for n in numbers(seed, 40, 500)})))
    print(list({n: 0 for n in numbers(seed, 40, 500)}.keys() & a), list({n: 0 for n in numbers(seed, 40, 500)}.keys() | a))
print(list({n * 2**40 for n in range(-10, 10)}))
print(list({0.5 * n for n in range(20)}), list({-1, -2, 2**61 - 1, 2**61, -2**61}))
