# Only `in`, remove() and discard() look for a set as if it were frozen; the algebra of sets refuses it.
numbers = {1, 2}
operations = {
    "difference": lambda: numbers.difference([2, {3}]),
    "difference_update": lambda: set(numbers).difference_update(({1},)),
    "isdisjoint": lambda: numbers.isdisjoint([{3}]),
    "issuperset": lambda: numbers.issuperset([1, {3}]),
    "intersection": lambda: numbers.intersection([{3}]),
    "frozenset": lambda: frozenset(numbers).difference([{3}]),
}
for name, operation in operations.items():
    try:
        print(name, operation())
    except TypeError:
        print(name, "TypeError")
print({3} in numbers, numbers.discard({3}), {3} in {frozenset([3])})
