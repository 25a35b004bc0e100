import collections, pickle

makers = [lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("abc"), lambda: iter("\xe9\u20acx"),
          lambda: iter(b"abc"), lambda: iter(bytearray(b"abc")), lambda: iter({1: 2, 3: 4, 5: 6}),
          lambda: iter({1: 2, 3: 4, 5: 6}.items()), lambda: reversed({1: 2, 3: 4, 5: 6}), lambda: iter(range(3)),
          lambda: iter(range(2**70, 2**70 + 3)), lambda: reversed([1, 2, 3]), lambda: reversed("abc"),
          lambda: enumerate("abc"), lambda: zip("abc", [1, 2, 3], strict=True), lambda: map(str, [1, 2, 3]),
          lambda: filter(None, [1, 2, 3]), lambda: iter(collections.OrderedDict(a=1, b=2, c=3)), lambda: iter({1, 2, 3})]
for make in makers:
    for protocol in (0, 2, 5):
        iterator = make()
        first = next(iterator)
        data = pickle.dumps(iterator, protocol)
        print(data)
        rest = list(pickle.loads(data))
        print(first, rest, rest == list(iterator))
        print(list(pickle.loads(pickle.dumps(iterator, protocol))))
