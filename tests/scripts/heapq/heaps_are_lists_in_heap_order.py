from heapq import *
import bisect


def numbers(seed, count, modulus):
    x = seed
    for _ in range(count):
        x = (x * 1103515245 + 12345) % 2**31
        yield x // 7 % modulus


heap = []
for n in numbers(1, 15, 50):
    heappush(heap, n)
print(heap)
print([heappop(heap) for _ in range(5)], heap, heappushpop(heap, 3), heapreplace(heap, 100), heap)
items = list(numbers(2, 30, 100))
heapify(items)
print(items)
print(nsmallest(3, items), nlargest(3, items), nsmallest(3, "hello", key=ord), nlargest(1, []), nlargest(100, [2, 1]))
print(nlargest(4, enumerate("banana"), key=lambda pair: pair[1]), nsmallest(2, iter([5, 1, 4, 1])))
print(list(merge([1, 4], [2, 3], [])), list(merge("ace", "bd", key=ord)), list(merge([3, 1], [2], reverse=True)))
tasks = []
for priority, name in ((2, "b"), (1, "a"), (2, "a"), (0, "z")):
    heappush(tasks, (priority, name))
print([heappop(tasks) for _ in range(4)])
for use in (lambda: heappop([]), lambda: heapreplace([], 1), lambda: heappush([1], "a"), lambda: heappush(5, 1)):
    try:
        use()
    except Exception as error:
        print(type(error).__name__, error)
a = [1, 2, 2, 3]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 2, 0, 2), bisect.bisect_left([], 1))
bisect.insort(a, 2.5)
bisect.insort_left(a, 0)
words = ["a", "bb", "dddd"]
bisect.insort(words, "ccc", key=len)
print(a, words, bisect.bisect_left(words, 2, key=len))
try:
    bisect.bisect([1], 1, -1)
except ValueError as error:
    print(error)
for count in (0, 1, 2, 50, 3000):
    items = list(numbers(count, count, 1000))
    heapify(items)
    assert all(items[(i - 1) // 2] <= items[i] for i in range(1, count))
    print(sum(i * n for i, n in enumerate(items)), [heappop(items) for _ in range(min(5, count))])
