import threading

results = []
thread = threading.Thread(target=lambda x, y: results.append(x + y), args=(2, 3), name="adder")
print(thread.name, thread.is_alive())
thread.start()
thread.join()
print(results, thread.is_alive())
