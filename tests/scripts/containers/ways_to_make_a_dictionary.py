print(dict(), dict(a=1, b=2), dict([("x", 1), ["y", 2]]), dict({"k": 1}, z=3), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1], 0))
print({**{"a": 1}, "a": 2}, {k: v for k, v in [(1, 2)]}, {1: "a", 1.0: "b", True: "c"}, {"a": 1, "a": 2})
for call in (lambda: dict(5), lambda: dict(["abc"]), lambda: {}["missing"]):
    try:
        call()
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
