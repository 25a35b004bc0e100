def gen():
    yield from "xyz"
class It:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print([c for c in gen()], [i for i in It()], [k for k in {"a": 1}], [c for c in "é🐍"], [b for b in b"ab"], [i for i, in [(1,), (2,)]], [h for h, *t in ["abc", "de"]])
