s = set()
t = set()


def show(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: ({1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2, 3}, {1, 2} ^ {2, 3}))
show(lambda: ({1, 2}.union([3], (4,), {5: 0}), {1, 2}.intersection([2, 3], (2,)), {1, 2, 3}.difference([1], (2,))))
show(lambda: {1, 2}.symmetric_difference([2, 5]))
show(lambda: ({1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint([2]), {1}.isdisjoint({1})))
show(lambda: ({1} < {1, 2}, {1} <= {1}, {1, 2} > {1}, {1} == {1.0}, {1} != {2}, {1} >= {2}))
show(lambda: (frozenset([1, 2]) | {3}, {3} | frozenset([1]), frozenset([1]) == {1}, type(frozenset() | {1}), type({1} & frozenset())))
show(lambda: (hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset(range(100)))))
show(lambda: hash(frozenset([frozenset([1]), frozenset([2])])) == hash(frozenset([frozenset([2]), frozenset([1])])))
show(lambda: (frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])}))
show(lambda: (set(), frozenset(), {1}, frozenset([1])))
show(lambda: (set('a'), set(()), set({1: 2}), set(range(5))))
show(lambda: (s.update([1, 2], (3,)), s))
show(lambda: (s.intersection_update([2, 3, 4]), s))
show(lambda: (s.difference_update([2]), s))
show(lambda: (s.symmetric_difference_update([3, 9]), s))
show(lambda: (s.discard(100), s.remove(9), s))
show(lambda: (s.copy() is s, frozenset([1]).copy(), s.clear(), s))
show(lambda: (t.__ior__({5}), t.__iand__({5, 6}), t.__isub__({6}), t.__ixor__({7}), t))
