import multiprocessing
import time

spawn = multiprocessing.get_context("spawn")

if __name__ == "__main__":
    pool = spawn.Pool(1)
    try:
        pool.join()
    except ValueError as error:
        print(error)
    result = pool.apply_async(len, ("abc",))
    pool.close()
    print(pool)
    try:
        pool.apply(len, ("abc",))
    except ValueError as error:
        print(error)
    pool.join()
    print(result.get())
    with spawn.Pool(1) as pool:
        result = pool.apply_async(time.sleep, (1000,))
        try:
            result.get(timeout=0.01)
        except multiprocessing.TimeoutError as error:
            print(repr(error), isinstance(error, TimeoutError))
        try:
            result.successful()
        except ValueError as error:
            print(str(error).endswith("not ready"))
    pool.join()
    print(multiprocessing.active_children())
    for arguments in (0,), (1, 3), (1, None, (), 0):
        try:
            spawn.Pool(*arguments)
        except (TypeError, ValueError) as error:
            print(error)
