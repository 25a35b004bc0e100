import threading

condition = threading.Condition()
woken = []
waiting = threading.Semaphore(0)


def wait(number):
    with condition:
        waiting.release()
        woken.append((number, condition.wait()))


threads = []
for number in range(5):
    threads.append(threading.Thread(target=wait, args=(number,)))
    threads[-1].start()
    waiting.acquire()
    with condition:
        pass  # it waits now
with condition:
    condition.notify(2)
for thread in threads[:2]:
    thread.join()
print(sorted(woken))
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(sorted(woken))
with condition:
    print(condition.wait(0.001), condition.wait_for(lambda: 7), condition.wait_for(lambda: [], timeout=0.001))
for action in (condition.wait, condition.notify, condition.notify_all):
    try:
        action()
    except RuntimeError as error:
        print(error)
