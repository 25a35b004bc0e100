import threading


class Lock:
    def __init__(self):
        self.lock = threading.Lock()

    def acquire(self, *args):
        print("acquire", args)
        return self.lock.acquire(*args)

    def release(self):
        print("release")
        self.lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


condition = threading.Condition(Lock())
with condition:
    print(condition.wait(0.001))
    condition.notify()
plain = threading.Condition(threading.Lock())
with plain:
    print(plain.wait(0.001))
print(repr(threading.Condition(threading.Lock())).split(" object")[0])
