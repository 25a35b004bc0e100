import multiprocessing
import sys

spawn = multiprocessing.get_context("spawn")


def work(code):
    print("working", code, multiprocessing.current_process().name, flush=True)
    sys.exit(code)


if __name__ == "__main__":
    for code in 0, 3, None:
        process = spawn.Process(target=work, args=(code,))
        print(process.is_alive(), process.pid, process.exitcode, flush=True)
        process.start()
        process.join()
        print(process.is_alive(), process.exitcode, process.pid is not None, flush=True)
    try:
        process.start()
    except AssertionError as error:
        print(error)
    process.close()
    try:
        process.join()
    except ValueError as error:
        print(error)
