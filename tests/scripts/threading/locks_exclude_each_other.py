import threading


def attempt(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


lock = threading.Lock()
count = 0


def add():
    global count
    for _ in range(500):
        with lock:
            before = count
            count = before + 1


threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count, lock.locked(), repr(lock).split(" at ")[0])
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.001), repr(lock).split(" at ")[0])
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
attempt(lock.acquire, timeout=1e300)
attempt(lock.acquire, timeout=float("nan"))
attempt(lock.acquire, timeout="x")
releaser = threading.Thread(target=lock.release)
releaser.start()
print(lock.acquire())
lock.release()
attempt(lock.release)
attempt(type, "Sub", (threading.Lock,), {})
attempt(lambda: type(threading.Lock()))
