row = [3, 1, 2]
def evil(x):
    row.clear()
    return x
try:
    row.sort(key=evil)
except ValueError as error:
    print(error)
row = [3, 1, 2]
def grow(x):
    row.append(x)
    return x
try:
    row.sort(key=grow)
except ValueError as error:
    print(error)
class Evil:
    def __eq__(self, other):
        items.clear()
        return False
    def __hash__(self): return 1
items = [Evil() for _ in range(5)]
print(Evil() in items, items)
d = {}
class Key:
    def __hash__(self): return 1
    def __eq__(self, other):
        d.clear()
        return False
d[Key()] = 1
d[Key()] = 2
print(len(d) <= 2)
class Shrink:
    def __repr__(self):
        del values[1:]
        return "S"
values = [Shrink(), 1, 2, 3]
print(values)
class Grow:
    def __index__(self):
        target.clear()
        return 3
target = [1, 2, 3, 4, 5]
try:
    target[Grow()] = 0
except IndexError as error:
    print(error)
def gen():
    for x in seq:
        seq.append(x) if len(seq) < 50 else None
        yield x
seq = [1]
print(sum(1 for _ in gen()))
