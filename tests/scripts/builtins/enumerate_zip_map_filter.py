print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("a", start=-1)), list(zip([1, 2], "ab", (True, False))), list(zip([1, 2, 3], "a")), list(zip()), list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, "", "x"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(next(enumerate("x")), next(zip("a", "b")), next(map(len, ["abc"])), iter(zip()) is not None)
for call in (lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(map(5, [1])), lambda: map(str), lambda: enumerate(5), lambda: list(zip(5))):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(error)
