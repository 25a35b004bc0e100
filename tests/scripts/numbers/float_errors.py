# since 3.14
# Errors of float arithmetic and conversion.
inf, nan = float("inf"), float("nan")
for call in [lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 ** -1, lambda: 1e300 ** 2, lambda: 10.0 ** 400, lambda: int(inf), lambda: int(nan), lambda: round(inf), lambda: round(nan), lambda: 1.5 & 1, lambda: 1.5 + "a", lambda: "a" * 1.5, lambda: float([]), lambda: float("x"), lambda: pow(2.0, 2, 3), lambda: inf.as_integer_ratio(), lambda: nan.as_integer_ratio(), lambda: (1.0).foo, lambda: 10**400 * 1.5, lambda: float(10**400), lambda: float(1, 2), lambda: round(1.5, "a"), lambda: round(1.7e308, -308), lambda: float.fromhex("zz"), lambda: float.fromhex("0x1p5000"), lambda: 1.0 < "a"]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__ + ":", error)
try:
    2.0 ** 5000
except OverflowError as error:
    print(error.args)
