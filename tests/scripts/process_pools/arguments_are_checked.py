from concurrent.futures import ProcessPoolExecutor
import multiprocessing

if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    for arguments in (
        {"max_workers": 0}, {"max_workers": "1"}, {"initializer": 3}, {"max_tasks_per_child": 0},
        {"max_tasks_per_child": 1.5},
    ):
        try:
            ProcessPoolExecutor(mp_context=spawn, **arguments)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    pool = ProcessPoolExecutor(1, spawn)
    pool.shutdown()
    try:
        pool.submit(len, "x")
    except RuntimeError as error:
        print(error)
