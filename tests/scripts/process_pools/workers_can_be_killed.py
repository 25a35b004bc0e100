# ouro-only: since 3.14, for which there is no oracle with processes
from concurrent.futures import ProcessPoolExecutor
import multiprocessing
import time

if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    for way in "kill_workers", "terminate_workers":
        ours, theirs = spawn.Pipe()
        pool = ProcessPoolExecutor(1, spawn, initializer=theirs.send, initargs=("ready",))
        running, waiting = pool.submit(time.sleep, 1000), pool.submit(len, "x")
        ours.recv()
        getattr(pool, way)()
        print(type(running.exception()).__name__, waiting.done())
        try:
            pool.submit(len, "x")
        except RuntimeError as error:
            print(type(error).__name__)
