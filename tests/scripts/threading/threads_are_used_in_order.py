# What is done with a thread at the wrong time is refused.
import threading


def attempt(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


thread = threading.Thread(target=print, args=("runs",))
attempt(thread.join)
thread.start()
thread.join()
attempt(thread.start)
attempt(setattr, thread, "daemon", True)
attempt(threading.current_thread().join)
attempt(threading.Thread, group=1)
attempt(thread.join, timeout="1")
attempt(thread.join, -1)


class Careless(threading.Thread):
    def __init__(self):
        pass


attempt(Careless().start)
attempt(Careless().join)
attempt(repr, Careless())
attempt(lambda: Careless().name)
attempt(lambda: Careless().daemon)
attempt(threading.stack_size, -1)
attempt(threading.stack_size, 5)
attempt(threading.stack_size)
