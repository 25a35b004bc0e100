# since 3.14
# What % says of formats and arguments that do not fit.
cases = [("%", ()), ("%d", ()), ("%d %d", (1,)), ("%d", (1, 2)), ("abc", 1), ("abc", "x"), ("%(a)s", 1), ("%(a)s", (1,)), ("%(b)s", {"a": 1}), ("%(a)s %s", {"a": 1}), ("%(a", {"a": 1}), ("%(a)", {"a": 1}), ("%q", 1), ("%é", 1), ("aé%q", 1), ("%5", 1), ("%.", 1), ("%*d", ("a", 1)), ("%*d", (5,)), ("%99999999999999999999d", 1), ("%.9999999999f", 1.0), ("%d", "a"), ("%d", None), ("%x", 1.5), ("%x", "a"), ("%c", "ab"), ("%c", 1.5), ("%c", -1), ("%c", 0x110000), ("%f", "a"), ("%d", float("nan")), ("%f", 10**400), ("%lld", 1), (b"%s", "a"), (b"%b", 1), (b"%c", 256), (b"abc", 1), (b"%f", "a"), (b"%q", 1)]
for text, values in cases:
    try:
        print(text % values)
    except Exception as error:
        print(type(error).__name__ + ":", error)
