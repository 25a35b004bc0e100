# no-stress: the handler would take longer than the timer leaves it
import signal
import threading

count = 0


def handler(number, frame):
    global count
    count += 1
    {str(i): [i] for i in range(20)}


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.004)
items = {}
lock = threading.Lock()
while count < 100:
    for i in range(100):
        items[str(i)] = [i]
    with lock:
        sorted(items, key=lambda text: int(text))
signal.setitimer(signal.ITIMER_REAL, 0)
print(len(items), sorted(items.items())[:2])
