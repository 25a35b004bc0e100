from concurrent.futures import ProcessPoolExecutor
import multiprocessing


def say(word):
    print(word, flush=True)


if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    for word in "one", "two", "three":
        pool.submit(say, word)
