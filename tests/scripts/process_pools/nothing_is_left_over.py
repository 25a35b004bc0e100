from concurrent.futures import ProcessPoolExecutor
import gc
import multiprocessing
import os
import threading


def descriptors():
    gc.collect()
    return len(os.listdir("/proc/self/fd"))


def use():
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        print(sorted(pool.map(abs, [-1, -2, 3])))


if __name__ == "__main__":
    use()
    before = descriptors()
    use()
    print(descriptors() - before, threading.active_count(), multiprocessing.active_children())
