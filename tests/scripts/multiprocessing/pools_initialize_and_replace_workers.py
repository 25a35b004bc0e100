import multiprocessing
import os

spawn = multiprocessing.get_context("spawn")
value = None


def set_value(new):
    global value
    value = new


def look(_):
    return value, os.getpid()


if __name__ == "__main__":
    with spawn.Pool(1, set_value, ("set",), maxtasksperchild=2) as pool:
        found = pool.map(look, range(6), chunksize=1)
    print({word for word, _ in found}, len({number for _, number in found}))
