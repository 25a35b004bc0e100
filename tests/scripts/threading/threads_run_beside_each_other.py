# Threads share objects, and each has its own stack and place.
import threading

found = {}
barrier = threading.Barrier(4)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def work(number, *, factor):
    barrier.wait()
    found[number] = depth(50 + number) * factor


threads = [threading.Thread(target=work, args=(number,), kwargs={"factor": 2}) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(found.items()))
print([thread.is_alive() for thread in threads], threading.active_count())
