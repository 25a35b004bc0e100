from concurrent.futures import ProcessPoolExecutor
import os

def add(x, y):
    return x + y, os.getpid()

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        result, process = pool.submit(add, 2, 3).result()
        print(result, process != os.getpid())
