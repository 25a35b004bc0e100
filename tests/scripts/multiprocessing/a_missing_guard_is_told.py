import multiprocessing
import sys


def work():
    print("never")


if __name__ == "__mp_main__":
    sys.stderr = open("/dev/null", "w")

process = multiprocessing.get_context("spawn").Process(target=work)
try:
    process.start()
    process.join()
    print(process.exitcode)
except RuntimeError as error:
    print("bootstrapping phase" in str(error), "if __name__ == '__main__':" in str(error), flush=True)
    raise SystemExit(5)
