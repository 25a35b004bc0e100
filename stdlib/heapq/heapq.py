# SPDX-License-Identifier: MIT
#
# heapq (Library Reference, heapq): a list as a priority queue. The operations on heaps are native (module _heapq).

from _heapq import (heapify, heapify_max, heappop, heappop_max, heappush, heappush_max, heappushpop, heappushpop_max,
                    heapreplace, heapreplace_max)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop",
           "heappush_max", "heappop_max", "heapify_max", "heapreplace_max", "heappushpop_max"]


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into one sorted iterator, without reading them at once."""
    build, replace, pop = (heapify_max, heapreplace_max, heappop_max) if reverse else (heapify, heapreplace, heappop)
    direction = -1 if reverse else 1
    heap = []  # [key, order of the input, value, its __next__]
    for order, iterable in enumerate(map(iter, iterables)):
        step = iterable.__next__
        try:
            value = step()
        except StopIteration:
            continue
        heap.append([value if key is None else key(value), order * direction, value, step])
    build(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                value, step = entry[2], entry[3]
                yield value
                value = step()
                entry[0] = value if key is None else key(value)
                entry[2] = value
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        yield heap[0][2]
        step = heap[0][3]
        while True:
            try:
                value = step()
            except StopIteration:
                return
            yield value


def _best(n, iterable, key, largest):
    """The n best items in order: a heap of the best so far, its worst on top; earlier items win ties."""
    iterator = iter(iterable)
    direction = -1 if largest else 1
    heap = []
    for order, item in zip(range(0, n * direction, direction), iterator):
        heap.append((item if key is None else key(item), order, item))
    if not heap:
        return []
    build, replace = (heapify, heapreplace) if largest else (heapify_max, heapreplace_max)
    build(heap)
    worst = heap[0][0]
    order = n * direction
    for item in iterator:
        k = item if key is None else key(item)
        if (worst < k) if largest else (k < worst):
            replace(heap, (k, order, item))
            worst = heap[0][0]
            order += direction
    heap.sort(reverse=largest)
    return [item for k, order, item in heap]


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements of a dataset; the same as sorted(iterable, key=key)[:n]."""
    if n == 1:
        missing = object()
        result = min(iterable, default=missing, key=key)
        return [] if result is missing else [result]
    if n <= 0:
        return []
    if hasattr(iterable, "__len__") and n >= len(iterable):
        return sorted(iterable, key=key)[:n]
    return _best(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """Find the n largest elements of a dataset; the same as sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        missing = object()
        result = max(iterable, default=missing, key=key)
        return [] if result is missing else [result]
    if n <= 0:
        return []
    if hasattr(iterable, "__len__") and n >= len(iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    return _best(n, iterable, key, True)
