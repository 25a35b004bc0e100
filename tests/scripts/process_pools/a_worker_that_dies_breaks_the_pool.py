from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
import multiprocessing
import os
import signal


def die():
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        first, second = pool.submit(die), pool.submit(len, "never")
        for future in first, second:
            print(repr(future.exception()))
        try:
            pool.submit(len, "x")
        except BrokenProcessPool as error:
            print(error)
    try:
        pool.submit(len, "x")
    except BrokenProcessPool as error:
        print(error)
