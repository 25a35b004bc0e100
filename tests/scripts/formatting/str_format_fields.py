print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y!r}".format(x=1, y="q"), "{0[0]} {0[1]}".format([5, 6]), "{a[key]}".format(a={"key": 7}))
class P: x = 5
print("{0.x} {p.x:>3}".format(P, p=P()), "{{}} {}".format(1), "{:>{}}".format("a", 4), "{:{fill}^{width}}".format("x", fill="*", width=5), "{0}{0}".format("z"))
for text, arguments in (("{}", ()), ("{1}", (1,)), ("{x}", ()), ("{", ()), ("}", ()), ("{} {0}", (1,)), ("{!z}", (1,)), ("{:{}}", (1,))):
    try:
        text.format(*arguments)
    except (IndexError, KeyError, ValueError) as error:
        print(type(error).__name__, error)
print("{a} {b}".format_map({"a": 1, "b": 2}))
