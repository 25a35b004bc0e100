from collections.abc import MutableMapping, MutableSequence


class Table(MutableMapping):
    def __init__(self, items):
        self.items_ = items

    __getitem__ = lambda self, key: self.items_[key]
    __setitem__ = lambda self, key, value: self.items_.__setitem__(key, value)
    __delitem__ = lambda self, key: self.items_.__delitem__(key)
    __iter__ = lambda self: iter(self.items_)
    __len__ = lambda self: len(self.items_)


class Row(Table, MutableSequence):
    insert = lambda self, index, value: self.items_.insert(index, value)
    __iter__, __reversed__, __contains__ = (
        MutableSequence.__iter__, MutableSequence.__reversed__, MutableSequence.__contains__)
    pop, clear = MutableSequence.pop, MutableSequence.clear


def show(f):
    try:
        print(f())
    except (LookupError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


t = Table({1: 2, 3: 4})
show(lambda: (t.get(1), t.get(9), t.get(9, default=5), 1 in t, 9 in t, t == {1: 2, 3: 4}, t == 3))
show(lambda: (list(t.keys()), list(t.items()), list(t.values()), t.keys() & {1}, (1, 2) in t.items(), 4 in t.values()))
show(lambda: t.pop(9))
show(lambda: (t.pop(9, 0), t.pop(1), t.setdefault(3, 0), t.setdefault(7), t.popitem()))
show(lambda: (t.update([(5, 6)], a=1), t.update({6: 7}), t.items_, t.clear(), len(t)))
show(t.popitem)
show(lambda: t.update([3]))
r = Row(list("abcab"))
show(lambda: (r.index("b"), r.index("b", 2), r.index("a", -2), r.count("a"), "c" in r, list(reversed(r)), list(r)))
show(lambda: r.index("b", 2, -1))
show(lambda: (r.append(1), r.extend(r), r.reverse(), r.remove("a"), r.pop(), r.pop(0), r.items_))
show(lambda: r.remove("?"))
show(lambda: (r.clear(), r.items_))
show(r.pop)
