from concurrent.futures import ProcessPoolExecutor
import multiprocessing

value = None


def set_value(new):
    global value
    value = new


def get_value():
    return value


if __name__ == "__main__":
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn"), set_value, (7,)) as pool:
        print({pool.submit(get_value).result() for _ in range(4)}, value)
