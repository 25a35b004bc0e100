import multiprocessing
import operator

spawn = multiprocessing.get_context("spawn")


def square(number):
    return number * number


def divide(number):
    if not number:
        raise ZeroDivisionError("nothing")
    return 12 // number


if __name__ == "__main__":
    with spawn.Pool(2) as pool:
        print(pool.apply(square, (3,)), pool.apply(int, ("11",), {"base": 2}))
        print(pool.map(square, range(10)), pool.map(square, []), pool.map(square, range(5), chunksize=2))
        print(pool.starmap(operator.add, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, range(5))), list(pool.imap(square, range(5), chunksize=2)))
        print(sorted(pool.imap_unordered(square, range(5))))
        seen = []
        result = pool.apply_async(square, (5,), callback=seen.append)
        print(result.get(), result.ready(), result.successful(), seen)
        failed = pool.map_async(divide, [1, 0], error_callback=seen.append)
        failed.wait()
        print(failed.successful(), seen)
        try:
            pool.map(divide, [1, 0])
        except ZeroDivisionError as error:
            print(error, type(error.__cause__).__name__)
        results = pool.imap(divide, [6, 0, 4])
        print(next(results))
        try:
            next(results)
        except ZeroDivisionError as error:
            print(error)
        print(next(results), next(results, "end"))
