import pickle


class Names(list):
    pass


for count in (0, 1, 2, 999, 1000, 1001, 2000, 3001):
    for make in (list, tuple, set, frozenset, lambda items: dict.fromkeys(items, 0), lambda items: Names(items)):
        value = make(range(count))
        sizes = []
        for protocol in range(6):
            data = pickle.dumps(value, protocol)
            assert pickle.loads(data) == value
            sizes.append((len(data), data[-12:]))
        print(count, sizes)
