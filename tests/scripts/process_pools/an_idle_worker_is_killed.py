from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
import multiprocessing
import os
import signal
import threading

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    number = pool.submit(os.getpid).result()
    os.kill(number, signal.SIGKILL)
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join()
    try:
        pool.submit(len, "x")
    except BrokenProcessPool as error:
        print(error)
    pool.shutdown()
    print(multiprocessing.active_children())
