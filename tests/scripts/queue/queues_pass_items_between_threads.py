import queue
import threading


def consume(items, found):
    while (item := items.get()) is not None:
        found.append(item)
        items.task_done()
    items.task_done()


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    items, found = kind(2), []
    thread = threading.Thread(target=consume, args=(items, found))
    thread.start()
    for number in range(200):
        items.put(number)
    items.join()
    items.put(None)
    thread.join()
    print(kind.__name__, sorted(found) == list(range(200)), items.empty(), items.qsize(), items.unfinished_tasks)
simple, found = queue.SimpleQueue(), []
thread = threading.Thread(target=lambda: [found.append(simple.get()) for _ in range(100)])
thread.start()
for number in range(100):
    simple.put(number)
thread.join()
print(found == list(range(100)), simple.empty())
