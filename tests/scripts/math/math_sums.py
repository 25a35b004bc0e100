# fsum, prod, sumprod, hypot and dist.
import math
print(math.fsum([0.1] * 10), sum([0.1] * 3), math.fsum([1e16, 1, -1e16]), math.fsum([]), math.fsum([1e100, 1, -1e100, 1e-100]), math.fsum(x / 7 for x in range(100)))
print(math.prod([]), math.prod([1, 2, 3.5]), math.prod(range(1, 25)), math.prod([2, 3], start=10), math.prod(["ab", 2]), math.prod([[1], 2]))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1] * 10, [1] * 10), math.sumprod([10**30, 1.5], [2, 4]), math.sumprod([], []), math.sumprod([1e16, 1, -1e16], [1.0, 1, 1]), math.sumprod(range(5), iter([1, 2, 3, 4, True])))
print(math.hypot(), math.hypot(3, 4), math.hypot(1, 1, 1), math.hypot(1e200, 1e200), math.hypot(1e-320, 1e-320), math.hypot(math.inf, math.nan), math.hypot(math.nan, 1), math.dist((1, 2), (4, 6)), math.dist([1], [3.5]), math.dist((), ()))
for name, *args in [("fsum", [1e308, 1e308]), ("fsum", [math.inf, -math.inf]), ("fsum", ["a"]), ("fsum", 5), ("prod", 5), ("sumprod", [1], [1, 2]), ("sumprod", 5, [1]), ("dist", (1,), (1, 2)), ("hypot", "a"), ("sumprod", ["a"], ["b"])]:
    try:
        print(name, getattr(math, name)(*args))
    except Exception as error:
        print(name, type(error).__name__ + ":", error)
