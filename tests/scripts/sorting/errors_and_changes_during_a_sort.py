# since 3.14
def show(function):
    try:
        print(function())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: sorted([1, "a"]))
show(lambda: [1, None].sort())
show(lambda: sorted([(1, "a"), (1, 2)]))
show(lambda: sorted([1, 2], key=5))
show(lambda: sorted(5))
show(lambda: sorted())
show(lambda: sorted([1], 2))
show(lambda: sorted([1], key=lambda: 1))
show(lambda: sorted([3, 1, 2], key=lambda n: 1 // (n - 1)))

items = [3, 1, 2]
try:
    items.sort(key=lambda n: items.append(n) or n)
except ValueError as error:
    print(error, items)
items = [3, 1, 2]
items.sort(key=lambda n: len(items))
print(items)


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 5:
            raise RuntimeError("five")
        return self.n < other.n

    def __repr__(self):
        return str(self.n)


items = [Odd(n) for n in (4, 2, 7, 5, 1, 9)]
show(items.sort)
print(sorted(item.n for item in items))
items = [Odd(n) for n in (4, 2, 7, 1, 9)]
items.sort()
print(items)
items.sort(reverse=True)
print(items)


class Clearing:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        victims.clear()
        victims.append(self)
        return self.n < other.n


victims = [Clearing(n) for n in (3, 1, 2)]
show(victims.sort)
print([v.n for v in victims])


class OnlyGreater:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other.n


print([o.n for o in sorted([OnlyGreater(2), OnlyGreater(1)])])
print(min([3, 1], key=lambda n: -n), max("abc"), min(5, 3, 9), max([], default=0))
