from collections import deque

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
