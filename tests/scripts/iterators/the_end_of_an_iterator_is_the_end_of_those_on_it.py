# Iterators that stand on one other end by its StopIteration, with all that it says; those that go on behind its end,
# or look at others first, end by their own.
import itertools


def generator():
    yield 1
    return "value"


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        raise Stopped("own", 2)


class Stopped(StopIteration):
    pass


def same(*items):
    return items


MAKERS = {
    "map": lambda x: map(same, x), "map 2": lambda x: map(same, "abc", x), "zip": lambda x: zip("abc", x),
    "zip strict": lambda x: zip(x, strict=True), "filter": lambda x: filter(None, x), "enumerate": enumerate,
    "islice": lambda x: itertools.islice(x, 5), "islice behind": lambda x: itertools.islice(x, 3, 9),
    "islice before": lambda x: itertools.islice(x, 0), "chain": lambda x: itertools.chain(x),
    "starmap": lambda x: itertools.starmap(same, zip(x)), "takewhile": lambda x: itertools.takewhile(same, x),
    "dropwhile": lambda x: itertools.dropwhile(same, x), "filterfalse": lambda x: itertools.filterfalse(None, x),
    "accumulate": itertools.accumulate, "compress": lambda x: itertools.compress("abc", x),
    "pairwise": itertools.pairwise, "groupby": itertools.groupby, "zip_longest": itertools.zip_longest,
    "tee": lambda x: itertools.tee(x)[0], "batched": lambda x: itertools.batched(x, 2),
    "cycle": lambda x: itertools.islice(itertools.cycle(x), 2), "product": itertools.product,
    "sentinel": lambda x: iter(iter(x).__next__, 9), "two": lambda x: map(same, enumerate(zip(x)))}


def delegate(iterator, results):
    results.append((yield from iterator))


for name, make in MAKERS.items():
    results = []
    for source in (generator, Iterator):
        list(delegate(make(source()), results))
        iterator = make(source())
        try:
            while True:
                next(iterator)
        except StopIteration as end:
            results.append((type(end).__name__, *end.args))
        results.append(len([None for _ in make(source())]))
        results.append(len(dict(enumerate(make(source())))))
    print(name, *results)

print(dict(zip("ab", generator())), next(map(same, Iterator()), "default"))
for left, right in zip("ab", generator()):
    print(left, right)
