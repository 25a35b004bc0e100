from collections.abc import MutableSet, Set


class Letters(MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)

    def __repr__(self):
        return "".join(self.items)


a, b = Letters("abc"), Letters("bcd")
print(a & b, a | b, a - b, a ^ b, ["b"] & a, ["x"] | a, ["x", "a"] - a, a ^ "ax")
print(a <= b, a < Letters("abcd"), a >= {"a"}, a > {"a"}, a == {"c", "b", "a"}, a != b, a.isdisjoint("xy"))
print(Set.__hash__, a._hash() == hash(frozenset("abc")), a.__le__([1]), a.__sub__(1))
a |= "de"
a -= ["a"]
a ^= "ez"
a &= {"b", "z", "c"}
print(a, a.pop(), a, a.discard("?"))
for fails in (lambda: a.remove("q"), lambda: Letters().pop(), lambda: a < "c", lambda: a - 1):
    try:
        fails()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
a ^= a
print(len(a))
