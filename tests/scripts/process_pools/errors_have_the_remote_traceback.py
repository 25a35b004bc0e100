from concurrent.futures import ProcessPoolExecutor
import multiprocessing


class Odd(Exception):
    pass


def fail(number):
    raise Odd(number)


def leave():
    raise SystemExit(3)


if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        error = pool.submit(fail, 3).exception()
        print(repr(error), type(error) is Odd, type(error.__cause__).__name__)
        text = str(error.__cause__)
        print("in fail" in text, "raise Odd(number)" in text)
        print(repr(pool.submit(leave).exception()))
        print(pool.submit(len, "still there").result())
