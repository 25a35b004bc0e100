# since 3.14
# What shortcuts must not change: how much of iterators dict(zip()) takes, membership by identity and equality in changing
# lists, comparisons of bytes, str() of everything, class methods of natives.
first, second = iter(range(10)), iter("abc")
print(dict(zip(first, second)), next(first))
first, second = iter("abc"), iter(range(10))
print(dict(zip(first, second)), next(second))
print(dict(enumerate("ab", 2**70)), dict(enumerate("ab", 2**47 - 1)), dict(zip("ab", "cd", strict=True)))
for bad in (lambda: dict(zip("ab", "cd", "ef")), lambda: dict(zip("ab")), lambda: dict(zip("ab", "c", strict=True)),
            lambda: dict(enumerate(5)), lambda: dict([(1, 2), (3,)]), lambda: dict(x for x in [(1, 2), 3]),
            lambda: dict(zip([[]], [1])), lambda: dict(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
d = {1: 2, 3: 4}
e = dict(d.items())
e.update(zip("xy", (1, 2)), z=3)
print(e, dict(reversed(d.items())))
try:
    d.update((k + 10, v) for k, v in d.items())
except RuntimeError as error:
    print(error)
try:
    d.update(zip((5, 6, 7), (k for k in d)))
except RuntimeError as error:
    print(error, len(d))

nan = float("nan")
print(nan in [nan], nan in (nan,), nan in [float("nan")], 1 in (1.0,), "a" in ("b", "a"), b"a" in ("a", b"a"), None in (0, None))


class Clears:
    def __eq__(self, other):
        items.clear()
        return False


items = [Clears(), 1, 2]
print(2 in items, items)


class Never:
    def __eq__(self, other):
        raise ValueError("compared")


never = Never()
print(never in [never], never in (1, never))
try:
    print(never in [1])
except ValueError as error:
    print(error)
class Tuple(tuple):
    def __contains__(self, item):
        return "mine"
print(1 in Tuple((2,)), 2 not in Tuple(()))

for a, b in ((b"a", b"b"), (b"a", b"a"), (b"a", b"ab"), (b"\xff", b"\x01"), (b"", b"\0")):
    print(a == b, a != b, a < b, a <= b, a > b, a >= b, sorted([b, a]), max(a, b))
try:
    b"a" < "a"
except TypeError as error:
    print(error)
class Bytes(bytes):
    def __eq__(self, other):
        return "odd"
    __hash__ = None
print(Bytes(b"a") == b"b", b"b" == Bytes(b"a"))

class Named:
    def __str__(self):
        return "named"
class Text(str):
    def __str__(self):
        return Text("other")
class Wrong:
    def __str__(self):
        return 5
print(list(map(str, [1, -5, 2**70, 1.5, None, True, "x", b"y", Named(), [1], int])))
print(type(str(Text("a"))).__name__, str(Text("a")), type(list(map(str, [Text("a")]))[0]).__name__)
for call in (lambda: str(Wrong()), lambda: list(map(str, [Wrong()]))):
    try:
        call()
    except TypeError as error:
        print(error)
print("".join(reversed("añ日😀")), list(reversed("")), "".join(reversed(Text("xyz"))), next(reversed("ab")))
r = reversed("abc")
print(next(r), r.__length_hint__(), list(r), list(r), r.__length_hint__())
class Int(int):
    pass
for i in range(3):
    print(int.from_bytes(b"\1\2", "big"), type(Int.from_bytes(b"\1")).__name__, dict.fromkeys("ab", i), bytes.fromhex("ff0" + str(i)))
