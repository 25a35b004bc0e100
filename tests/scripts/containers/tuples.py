t = (1, "a", 2.0)
print(t, t[1], t[-1], t[1:], len(t), t + (4,), t * 2, t.index("a"), t.count(1), 1 in t, (), (5,), tuple("ab"), tuple([1]), 1, )
print((1, 2) < (1, 3), (1,) < (1, 0), () == (), hash((1, 2)) == hash((1, 2)), {(1, 2): "x"}[1, 2], (1, [2]) == (1, [2]))
for call in (lambda: t[5], lambda: t.index("z"), lambda: hash(([],))):
    try:
        call()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
