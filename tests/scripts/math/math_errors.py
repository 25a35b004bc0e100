# since 3.14
# Domain and range errors of module math.
import math
inf, nan = math.inf, math.nan
for name, *args in [("sqrt", -1), ("log", 0), ("log", -1.5), ("log", 2, 0), ("log", 2, 1), ("log2", 0), ("log10", -1), ("log1p", -1), ("exp", 1000), ("exp2", 2000), ("expm1", 1000), ("pow", 0, -1), ("pow", -8, 0.5), ("pow", 2, 5000), ("acos", 2), ("asin", -2), ("acosh", 0.5), ("atanh", 1), ("cosh", 1000), ("sinh", 1000), ("sin", inf), ("tan", -inf), ("gamma", 0), ("gamma", -1), ("gamma", 172), ("gamma", -inf), ("lgamma", 0), ("fmod", 1, 0), ("fmod", inf, 1), ("remainder", 1, 0), ("ldexp", 1, 2000), ("ldexp", 1, 1.5), ("fma", 1e308, 10, -1e308), ("fma", inf, 0, 1), ("floor", inf), ("ceil", nan), ("floor", "a"), ("trunc", "a"), ("sqrt", "a"), ("sqrt", 10**400), ("isclose", 1, 2), ("log", -10**400)]:
    try:
        print(name, getattr(math, name)(*args))
    except Exception as error:
        print(name, type(error).__name__ + ":", error)
