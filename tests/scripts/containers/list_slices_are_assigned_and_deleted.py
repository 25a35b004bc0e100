for start in (None, -7, -2, 0, 2, 9):
    for stop in (None, -7, -1, 0, 3, 9):
        for step in (None, -3, -1, 1, 2):
            s = slice(start, stop, step)
            items = list(range(6))
            print(s, items[s], end=" ")
            del items[s]
            print(items, end=" ")
            items = list(range(6))
            try:
                items[s] = "ab"
                print(items, end=" ")
            except ValueError as error:
                print(error, end=" ")
            items = list(range(6))
            items[s] = ["x"] * len(items[s])
            print(items)

items = [1, 2, 3]
items[1:1] = items
print(items)
items[:] = (i for i in items if i > 1)
print(items)
items += "ab"
items *= 2
print(items)
items.insert(-1, "y")
items.insert(100, "z")
items.insert(-100, "w")
print(items, items.index(2, 3), items.count(2))
items.reverse()
print(items, items.pop(), items.pop(0), items.pop(-2))


class Growing:
    def __iter__(self):
        target.extend(range(10))
        return iter("xyz")


target = [1, 2, 3]
target[1:2] = Growing()
print(target)
