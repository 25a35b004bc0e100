from collections import deque

d = deque([1, 2])
d += [3]
d *= 2


class Changing:
    def __eq__(self, other):
        d.append(1)
        return False


d = deque([Changing(), 2])
for search in (lambda: d.index(5), lambda: 5 in d, lambda: d.count(5), lambda: d.remove(5)):
    try:
        search()
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)
