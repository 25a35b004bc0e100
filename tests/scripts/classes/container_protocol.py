class Squares:
    def __len__(self): return 4
    def __getitem__(self, i):
        if i >= 4: raise IndexError(i)
        return i * i
    def __setitem__(self, i, v): print("set", i, v)
    def __delitem__(self, i): print("del", i)
    def __contains__(self, v): return v == "magic"
s = Squares()
print(len(s), s[2], list(s), "magic" in s, 4 in s, bool(s), list(reversed(s)))
s[1] = 5
del s[2]
