from collections.abc import *


class Stack(MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, value):
        self.items[i] = value

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, value):
        self.items.insert(i, value)


s = Stack(1, 2, 3)
s.append(4)
s.extend([5, 6])
s.reverse()
s.remove(5)
s += [7]
print(s.items, s.pop(), s.index(4), s.count(1), 3 in s, list(reversed(s)), list(s))
