print(int(), float(), str(), bool(), list(), tuple(), dict(), set(), frozenset(), bytes())
print(list("ab"), tuple({1: 2}), set([1, 1]), list(range(3)), list({"k": 1}.items()), float("1"), int("1"), bool("x"), str(1), list(map(int, "123")), tuple(x for x in "ab"))
for call in (lambda: list(5), lambda: int(None), lambda: float([]), lambda: tuple(1, 2), lambda: int("1", 2, 3), lambda: bool(1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
