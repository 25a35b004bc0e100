from concurrent.futures import ProcessPoolExecutor
import multiprocessing
import threading


class Sealed(Exception):
    def __reduce__(self):
        raise TypeError("sealed")


def make_lock():
    return threading.Lock()


def raise_sealed():
    raise Sealed


if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        for call in (len, threading.Lock()), (make_lock,), (raise_sealed,):
            error = pool.submit(*call).exception()
            print(type(error).__name__, error, type(error.__cause__).__name__)
        print(pool.submit(len, "still there").result())
