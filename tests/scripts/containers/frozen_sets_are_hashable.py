d = {frozenset({1, 2}): "pair", frozenset(): "none"}
print(d[frozenset([2, 1])], d[frozenset()], {frozenset({1})} == {frozenset({1})}, hash(frozenset({1, 2})) == hash(frozenset({2, 1})), {1, 2} == frozenset({1, 2}), {1} in [frozenset({1})])
