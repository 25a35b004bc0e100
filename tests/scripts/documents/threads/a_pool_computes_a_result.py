from concurrent.futures import Future, ThreadPoolExecutor

def add(x, y):
    return x + y

with ThreadPoolExecutor(max_workers=2) as pool:
    future = pool.submit(add, 2, 3)
    print(isinstance(future, Future), future.result(), future.done())
    print(list(pool.map(add, [1, 2, 3], [10, 20, 30])))
print("done")
