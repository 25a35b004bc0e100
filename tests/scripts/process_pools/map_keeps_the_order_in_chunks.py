from concurrent.futures import ProcessPoolExecutor
import multiprocessing


def add(x, y):
    return x + y


if __name__ == "__main__":
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        print(list(pool.map(add, range(7), range(10, 17))))
        print(list(pool.map(add, range(7), range(10, 17), chunksize=3)))
        try:
            pool.map(add, [1], [2], chunksize=0)
        except ValueError as error:
            print(error)
