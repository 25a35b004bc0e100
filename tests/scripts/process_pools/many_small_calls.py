from concurrent.futures import ProcessPoolExecutor, as_completed
import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        futures = [pool.submit(square, number) for number in range(300)]
        print(sum(future.result() for future in as_completed(futures)))
