# Each kind of iterator is of a type of its own, as in CPython.
import collections
import itertools
import re


class Items:
    def __getitem__(self, index):
        raise IndexError


def names(*objects):
    print(*[type(each).__name__ for each in objects])


many = 10**30
print(type(iter("a")) is type(iter("")), type(iter("a")) is type(iter("ä")))
names(iter("a"), iter(""), iter("ä"), iter(b"a"), iter([]), iter(()), iter(set()), iter(frozenset()))
names(iter({}), iter({}.keys()), iter({}.values()), iter({}.items()), {}.keys(), {}.values(), {}.items())
names(reversed([]), reversed(()), reversed("a"), reversed({}), reversed({}.values()), reversed({}.items()))
names(iter(range(3)), iter(range(many)), reversed(range(3)), reversed(range(many)), iter(memoryview(b"a")))
names(iter(len, 2), iter(Items()), enumerate([]), zip(), map(len, []), filter(None, []), (x for x in ()))
ordered = collections.OrderedDict()
names(iter(ordered), reversed(ordered), ordered.keys(), ordered.values(), ordered.items(), iter(ordered.items()))
names(iter(collections.deque()), reversed(collections.deque()), re.finditer("a", "a"))
names(next(itertools.groupby("a"))[1], itertools.tee([])[0], itertools.pairwise([]), itertools.batched([], 2))
texts = iter("ab"), iter("äb")
print([next(text) for text in texts], [text.__length_hint__() for text in texts], *map(list, texts))
