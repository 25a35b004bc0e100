# since 3.14
r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[1:3], r[::-1], list(r), 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(8), r.start, r.stop, r.step)
print(list(range(5, 0, -2)), range(0) == range(5, 5), range(0, 4, 2) == range(0, 3, 2), hash(range(3)) == hash(range(0, 3)), bool(range(0)), list(reversed(range(3))), 10 ** 19 in range(10 ** 20), range(10 ** 20)[-1])
for call in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(3)[3], lambda: range(), lambda: range(3).index(5)):
    try:
        call()
    except (ValueError, TypeError, IndexError) as error:
        print(error)
