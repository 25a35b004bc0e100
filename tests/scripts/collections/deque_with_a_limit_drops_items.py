from collections import deque

m = deque(range(10), maxlen=3)
m.append(10)
m.appendleft(0)
m.extend([1, 2])
print(m, m.maxlen, deque([1], 0), deque(m), deque(m, 5), m + deque([9]), m * 2, m.copy())
