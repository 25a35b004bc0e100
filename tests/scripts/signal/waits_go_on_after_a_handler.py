# PEP 475: a call that a signal has interrupted goes on, unless the handler raises.
import os
import queue
import signal
import threading
import time


def handler(number, frame):
    print("handled")


# Beside another thread virtual time goes by like real time.
end = threading.Event()
threading.Thread(target=end.wait).start()


def soon(function):
    signal.signal(signal.SIGALRM, function)
    signal.setitimer(signal.ITIMER_REAL, 0.03)


soon(handler)
begin = time.monotonic()
time.sleep(0.08)
lock = threading.Lock()
lock.acquire()
soon(handler)
print(lock.acquire(timeout=0.08))
soon(lambda *args: lock.release())
print(lock.acquire())
items = queue.Queue()
soon(lambda *args: items.put("item"))
print(items.get())
read, write = os.pipe()
soon(lambda *args: os.write(write, b"octets"))
print(os.read(read, 10))


def failing(number, frame):
    raise KeyError("raised")


for wait in (lambda: os.read(read, 10)), lock.acquire, items.get, threading.Event().wait:
    soon(failing)
    try:
        wait()
    except KeyError as error:
        print(error)
end.set()
