import threading


def attempt(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


places = threading.BoundedSemaphore(2)
print(places.acquire(), places.acquire(), places.acquire(False), places.acquire(timeout=0.001))
places.release(2)
attempt(places.release)
attempt(places.release, 0)
attempt(places.acquire, False, 1)
attempt(threading.Semaphore, -1)
inside = most = 0
lock = threading.Lock()


def visit():
    global inside, most
    with places:
        with lock:
            inside += 1
            most = max(most, inside)
        with lock:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most <= 2, inside)
plain = threading.Semaphore(0)
plain.release(3)
print([plain.acquire(False) for _ in range(4)], repr(plain)[-9:], repr(places)[-11:])
