import concurrent.futures as futures
import threading

gate = threading.Event()


def fail():
    raise ValueError


def counts(outcome):
    return len(outcome.done), len(outcome.not_done)


with futures.ThreadPoolExecutor(4) as pool:
    waiting, quick, failing = pool.submit(gate.wait), pool.submit(int), pool.submit(fail)
    futures.wait([quick, failing])
    print(counts(futures.wait([waiting, quick], return_when=futures.FIRST_COMPLETED)))
    print(counts(futures.wait([waiting, failing], return_when=futures.FIRST_EXCEPTION)))
    print(counts(futures.wait([waiting, quick], timeout=0.001)))
    print(counts(futures.wait([])))
    try:
        for future in futures.as_completed([waiting, quick, quick], timeout=0.001):
            print(future is quick)
    except TimeoutError as error:
        print(error)
    gate.set()
    print(counts(futures.wait([waiting, quick, failing])), futures.wait([quick])._fields)
    try:
        futures.wait([quick], return_when="later")
    except ValueError as error:
        print(error)
