# ouro-only: CPython 3.13 overflows its stack
# no-stress: a million iterators
import itertools
def attempt(wrap):
    it = iter([1])
    for _ in range(1000000):
        it = wrap(it)
    try:
        next(it)
        print("no error")
    except RecursionError:
        print("RecursionError")
for wrap in (lambda it: map(abs, it), lambda it: filter(None, it), zip, lambda it: itertools.islice(it, 1),
             itertools.accumulate, lambda it: itertools.compress(it, [1]), lambda it: itertools.starmap(abs, zip(it)),
             lambda it: itertools.takewhile(bool, it), lambda it: (x for x in it)):
    attempt(wrap)
deep = iter([1])
for _ in range(1000000):
    deep = enumerate(deep)
try:
    next(deep)
except RecursionError:
    print("RecursionError")
