# But not for daemons.
import atexit
import threading
import time


def slow():
    time.sleep(0.02)
    print("thread ends")


def forever():
    while True:
        time.sleep(1)


atexit.register(print, "at exit")
threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=threading.Event().wait, daemon=True).start()
threading.Thread(target=slow).start()
print("main ends")
