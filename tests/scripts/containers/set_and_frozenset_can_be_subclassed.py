class Bag(set):
    def add(self, item):
        print("add", item)
        super().add(item)


b = Bag([1])
b.add(2)
b.tag = "t"
print(b, b.tag, type(b | {3}), type(b.copy()), type(b & b), b == {1, 2})


class Frozen(frozenset):
    pass


f = Frozen([1])
print(f, hash(f) == hash(frozenset([1])), type(f.copy()), type(f | {2}), {f: 1}[frozenset([1])], Frozen(f) is f)
