import concurrent.futures as futures
import re
import threading
import time


def attempt(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


with futures.ThreadPoolExecutor(3, thread_name_prefix="pool") as pool:
    print(pool.submit(pow, 2, 10).result(), pool.submit(dict, a=1).result())
    print(list(pool.map(lambda a, b: a + b, range(5), range(10, 20))))
    name = pool.submit(lambda: threading.current_thread().name).result()
    print(re.fullmatch(r"pool_\d", name) is not None)
    attempt(pool.submit(lambda: 1 / 0).result)
    results = pool.map(lambda number: 1 / number, [1, 2, 0, 4])
    print(next(results), next(results))
    attempt(next, results)
    attempt(next, results)
    slow = [pool.submit(time.sleep, seconds) for seconds in (0.03, 0.001)]
    print([slow.index(future) for future in futures.as_completed(slow)])
attempt(pool.submit, int)
attempt(futures.ThreadPoolExecutor, 0)
attempt(futures.ThreadPoolExecutor, initializer=5)
with futures.ThreadPoolExecutor(2, initializer=lambda value: seen.append(value), initargs=("begun",)) as pool:
    seen = []
    pool.submit(int).result()
    print(seen[0])
begun, gate = threading.Event(), threading.Event()
pool = futures.ThreadPoolExecutor(1)
running = pool.submit(lambda: begun.set() or gate.wait())
begun.wait()
queued = [pool.submit(int) for _ in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in queued], running.cancel())
gate.set()
print(running.result())
