# since 3.14
# What operators say of operands that do not fit.
import operator
for call in [lambda: 1 + "a", lambda: "a" + 1, lambda: 1 - None, lambda: 1 < "a", lambda: 1 << 1.0, lambda: -"a", lambda: ~1.5, lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 10**30 // 0, lambda: 1 @ 2, lambda: divmod(1, "a"), lambda: 1 ** "a", lambda: abs("a"), lambda: 1 & 1.0, lambda: [] * [], lambda: 2**2000 * 1.0, lambda: 1.5 + 10**400]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__ + ":", error)
