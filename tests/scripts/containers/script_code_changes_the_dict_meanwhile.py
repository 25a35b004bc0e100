# Whatever __eq__ and __hash__ do to the dict, it stays a dict.
class Key:
    action = None

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if Key.action:
            action, Key.action = Key.action, None
            action()
        return isinstance(other, Key) and self.n == other.n


def grow():
    for i in range(100):
        d[i] = i


keys = [Key(n) for n in range(5)]
for action in (lambda: d.clear(), grow, lambda: d.pop(keys[1], None), lambda: d.update({Key(9): 9})):
    d = {key: key.n for key in keys}
    Key.action = action
    print(d.get(Key(3)), len(d))
    Key.action = action
    d[Key(4)] = 40
    print(len(d), sorted(v for v in d.values() if isinstance(v, int))[-3:])

s = set(keys)
Key.action = lambda: s.clear()
print(Key(3) in s, len(s))
s = set(keys)
Key.action = lambda: s.update(range(50))
s.add(Key(7))
print(len(s))


class Liar:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no comparison")


for use in (lambda: {Liar(): 1}[Key(1)], lambda: Liar() in {Key(1)}, lambda: {Key(1): 0}.pop(Liar()),
            lambda: [Key(1)].index(Liar()), lambda: {Liar(): 1} == {Key(1): 1}):
    try:
        print(use())
    except (ValueError, KeyError) as error:
        print(type(error).__name__)


class Clearing:
    def __eq__(self, other):
        items.clear()
        return False


items = [1, 2, Clearing(), 3, 4]
print(items == [1, 2, 5, 3, 4], items)
items = [1, Clearing(), 3]
print(items.count(7), items)
items = [1, Clearing(), 3]
print(9 in items, items)
items = [1, Clearing(), 3]
try:
    items.remove(9)
except ValueError as error:
    print(error, items)
