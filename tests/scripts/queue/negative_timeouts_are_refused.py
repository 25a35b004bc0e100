from queue import Empty, LifoQueue, Queue, SimpleQueue


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except (ValueError, Empty) as error:
        print(type(error).__name__, error)


for made in Queue(1), LifoQueue(1):
    show(made.put, 1, timeout=-1)
    show(made.put, 1, False, -1)
    show(made.get, timeout=-1)
    show(made.get, False, -1)
    show(made.get, timeout=0)
show(Queue().put, 1, timeout=-1)
simple = SimpleQueue()
simple.put(1, timeout=-1)
show(simple.get, timeout=-1)
show(simple.get, block=False, timeout=-1)
