print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=2**70)))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", range(2), strict=True)))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(map(max, *[range(3)] * 9)))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda n: n % 2, range(5))), list(filter(bool, [[], [0]])))
print(list(reversed([1, 2, 3])), list(reversed((1, 2))), list(reversed("abc")), list(reversed(range(3))))


class Old:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 10

    def __len__(self):
        return 4


print(list(Old()), list(reversed(Old())), 20 in Old(), type(iter(Old())).__name__)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __call__(self):
        self.n -= 1
        return self.n


print(list(iter(Countdown(5), 0)), type(iter(Countdown(1), 0)).__name__)


def stopping():
    raise StopIteration


print(list(iter(stopping, 0)))
for iterator in (iter([1, 2, 3]), iter((1, 2, 3)), iter({1, 2, 3}), iter({1: 0, 2: 0, 3: 0}), iter(range(3)),
                 iter(range(10**20, 10**20 + 3)), reversed([1, 2, 3]), iter({1: 0, 2: 0, 3: 0}.items()), iter(Old()),
                 reversed({1: 0, 2: 0, 3: 0})):
    next(iterator)
    print(type(iterator).__name__, iterator.__length_hint__(), list(iterator), list(iterator), iter(iterator) is iterator)

items = [1, 2, 3]
seen = []
for item in items:
    seen.append(item)
    if len(items) < 6:
        items.append(item * 10)
print(seen)
it = iter(items)
items.clear()
print(list(it))
items.append(1)
print(list(it))
for item in (items := [1, 2, 3, 4]):
    items.remove(item)
print(items)


class Pairs(zip):
    pass


print(list(Pairs("ab", "cd")), isinstance(Pairs(), zip))
print([name for name in dir(iter([])) if not name.startswith("__")])


class Broken:
    def __iter__(self):
        return 5


class Stuck:
    __iter__ = None


for value in (Broken(), Stuck()):
    try:
        iter(value)
    except TypeError as error:
        print(error)
s = {1, 2, 3}
try:
    for item in s:
        s.add(item + 10)
except RuntimeError as error:
    print(error)
