import queue
import threading


def attempt(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


full = queue.Queue(1)
full.put(1)
attempt(full.put, 2, timeout=0.001)
attempt(full.put_nowait, 2)
attempt(full.put, 2, timeout=-1)
full.get()
attempt(full.get, timeout=0.001)
attempt(full.get_nowait)
attempt(full.get, timeout=-1)
attempt(queue.SimpleQueue().get, timeout=0.001)
attempt(queue.SimpleQueue().get_nowait)
attempt(queue.SimpleQueue().get, timeout=-1)
attempt(full.task_done)
attempt(full.task_done)


def shut_down():
    blocked.wait()
    full.shutdown()


blocked = threading.Event()
thread = threading.Thread(target=shut_down)
thread.start()
blocked.set()
attempt(full.get)
thread.join()
attempt(full.put, 1)
