import multiprocessing
from multiprocessing.pool import MaybeEncodingError
import threading

spawn = multiprocessing.get_context("spawn")


def make_lock():
    return threading.Lock()


if __name__ == "__main__":
    with spawn.Pool(1) as pool:
        try:
            pool.apply(make_lock)
        except MaybeEncodingError as error:
            print("Error sending result" in str(error), "cannot pickle '_thread.lock' object" in error.exc)
        try:
            pool.apply(len, (threading.Lock(),))
        except TypeError as error:
            print(error)
        print(pool.apply(len, ("still there",)))
