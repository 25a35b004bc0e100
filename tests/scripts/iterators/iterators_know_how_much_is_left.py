class Old:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 10

    def __len__(self):
        return 4


for iterator in (iter([1, 2, 3]), iter((1, 2, 3)), iter({1, 2, 3}), iter({1: 0, 2: 0, 3: 0}), iter(range(3)),
                 iter(range(10**20, 10**20 + 3)), reversed([1, 2, 3]), iter({1: 0, 2: 0, 3: 0}.items()), iter(Old()),
                 reversed({1: 0, 2: 0, 3: 0})):
    next(iterator)
    print(type(iterator).__name__, iterator.__length_hint__(), list(iterator), list(iterator), iter(iterator) is iterator)
