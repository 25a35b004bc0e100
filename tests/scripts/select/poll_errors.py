# What poll objects refuse.
import os
import select
import threading
import time

reader, writer = os.pipe()
poller = select.poll()
poller.register(reader, 1)


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, ValueError, OverflowError, OSError, KeyError) as problem:
        print(type(problem).__name__, problem)


attempt(type(poller))
for file in "a", -1, 2**70:
    attempt(poller.register, file)
    attempt(poller.unregister, file)
for mask in -1, 65536, 2**70, "a":
    attempt(poller.register, reader, mask)
    attempt(poller.modify, reader, mask)
attempt(poller.modify, 999, 1)
attempt(poller.unregister, 999)
for timeout in "a", 2**31, 2**63, float("nan"):
    attempt(poller.poll, timeout)


def wait():
    while True:
        try:
            print(len(poller.poll()))
            break
        except RuntimeError:
            pass  # the main thread is just in it


thread = threading.Thread(target=wait)
thread.start()
while True:
    try:
        poller.poll(0)
    except RuntimeError as problem:
        print(problem)
        break
    time.sleep(0.001)  # the thread has its turn while nobody polls
os.write(writer, b"x")
thread.join()
os.close(reader)
os.close(writer)
