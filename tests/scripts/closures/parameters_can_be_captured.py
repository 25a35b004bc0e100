def adder(n, *rest, k=1, **named):
    return lambda x: x + n + sum(rest) + k + sum(named.values())

print(adder(1)(1), adder(1, 2, 3, k=4, z=5)(1))
