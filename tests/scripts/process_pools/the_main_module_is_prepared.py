# args: one two
from concurrent.futures import ProcessPoolExecutor
import multiprocessing
import os
import sys


class Point:
    def __init__(self, x):
        self.x = x

    def moved(self):
        return Point(self.x + 1)


def here():
    return __name__, sys.argv[1:], os.getcwd(), multiprocessing.current_process().name


if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        name, arguments, folder, process = pool.submit(here).result()
        print(name, arguments, folder == os.getcwd(), process)
        point = pool.submit(Point(3).moved).result()
        print(type(point) is Point, point.x)
