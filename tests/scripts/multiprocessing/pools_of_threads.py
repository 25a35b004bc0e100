from multiprocessing.pool import ThreadPool
import threading


def name(_):
    return threading.current_thread() is threading.main_thread()


with ThreadPool(2) as pool:
    print(pool.map(name, range(3)), pool.apply(lambda x: x + 1, (1,)))
    print(list(pool.imap(lambda x: x * x, range(4))), sorted(pool.imap_unordered(lambda x: -x, range(4))))
