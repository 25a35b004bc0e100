from concurrent.futures import ThreadPoolExecutor
import threading

gate = threading.Event()

def add(x, y):
    gate.wait(10)
    return x + y

def hear(future):
    print("heard", future.result())

with ThreadPoolExecutor(1) as pool:
    future = pool.submit(add, 2, 3)
    future.add_done_callback(hear)
    print("not waiting", future.done())
    gate.set()
print("pool closed")
