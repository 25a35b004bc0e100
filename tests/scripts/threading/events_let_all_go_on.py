import threading

event = threading.Event()
print(event.is_set(), event.wait(0.001), event.wait(0), repr(event).split(" at ")[0], repr(event)[-7:])
results = []
threads = [threading.Thread(target=lambda: results.append(event.wait())) for _ in range(5)]
for thread in threads:
    thread.start()
event.set()
for thread in threads:
    thread.join()
print(results, event.wait(), repr(event)[-5:])
event.clear()
print(event.is_set())
