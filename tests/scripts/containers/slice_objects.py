s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None).indices(3), slice(-3, None).indices(10), slice(3) == slice(None, 3), list(range(20))[s], "abcdefgh"[s])
try:
    [1][slice("a")]
except TypeError as error:
    print(error)
try:
    [1][::0]
except ValueError as error:
    print(error)
