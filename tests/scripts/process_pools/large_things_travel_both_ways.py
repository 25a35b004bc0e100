from concurrent.futures import ProcessPoolExecutor
import multiprocessing


def twice(octets):
    return octets * 2


if __name__ == "__main__":
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        print([len(result) for result in pool.map(twice, [b"x" * 5_000_000, b"", b"y" * 70_000])])
