import concurrent.futures.thread as pools
import logging


def fail():
    raise ValueError("no")


logging.disable(logging.CRITICAL)
with pools.ThreadPoolExecutor(1, initializer=fail) as pool:
    future = pool.submit(int)
    try:
        future.result()
    except pools.BrokenThreadPool as error:
        print(error)
    try:
        pool.submit(int)
    except pools.BrokenThreadPool as error:
        print(error)
