# no-stress: a large dictionary
from collections import OrderedDict

queue = OrderedDict((n, n) for n in range(20000))
total = 0
for n in range(20000):
    total += queue.popitem(last=False)[0]
    queue[-n - 1] = n
print(total, len(queue), queue.popitem(last=False), queue.popitem())
