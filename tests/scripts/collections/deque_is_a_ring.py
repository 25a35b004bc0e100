from collections import deque

d = deque("abc")
d.append("d")
d.appendleft("z")
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), list(d), list(reversed(d)))
d.extend("xy")
d.extendleft("12")
print(d, "x" in d, d.index("x"), d.count("a"))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.rotate(100)
d.insert(1, "i")
d.insert(-1, "j")
d.remove("c")
d.reverse()
del d[0]
d[1] = "set"
print(d, d.copy() == d, d.copy() is d, d.maxlen)
m = deque(range(10), maxlen=3)
m.append(10)
m.appendleft(0)
m.extend([1, 2])
print(m, m.maxlen, deque([1], 0), deque(m), deque(m, 5), m + deque([9]), m * 2, m.copy())
print(deque([1, 2]) + deque([3]), deque([1]) * 3, 2 * deque([1]), deque([1, 2]) < deque([1, 3]), deque([1]) == [1],
      deque([1]) == deque([1.0]), deque([1]) != deque([2]))
d = deque([1, 2])
d += [3]
d *= 2
d.extend(d)
print(d, bool(deque()), deque() == deque())
d.clear()
print(d, deque([d]))
d.append(d)
print(d)

# Against a list, step by step.
x = 1
model, ring = [], deque()
for step in range(3000):
    x = (x * 1103515245 + 12345) % 2**31
    what = x // 65536 % 9
    if what < 2:
        model.append(step)
        ring.append(step)
    elif what < 4:
        model.insert(0, step)
        ring.appendleft(step)
    elif what == 4 and model:
        assert model.pop() == ring.pop()
    elif what == 5 and model:
        assert model.pop(0) == ring.popleft()
    elif what == 6 and model:
        k = x // 7 % 11 - 5
        ring.rotate(k)
        k %= len(model)
        model = model[-k:] + model[:-k]
    elif what == 7 and model:
        i = x % len(model)
        del model[i], ring[i]
    elif what == 8:
        i = x % (len(model) + 1)
        model.insert(i, step)
        ring.insert(i, step)
    assert model == list(ring)
print(len(ring))


class Log(deque):
    def append(self, item):
        super().append(f"[{item}]")


log = Log(["a"], maxlen=2)
log.append("b")
log.append("c")
log.tag = 1
print(log, log.tag, type(log.copy()), isinstance(log, deque))


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
