# ouro-only: in CPython the result of the call never comes
import multiprocessing
import os
import signal

spawn = multiprocessing.get_context("spawn")


def die():
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with spawn.Pool(1) as pool:
        try:
            pool.apply(die)
        except multiprocessing.ProcessError as error:
            print(error)
        print(pool.apply(len, ("abc",)))
