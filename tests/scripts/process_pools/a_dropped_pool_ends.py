from concurrent.futures import ProcessPoolExecutor
import gc
import multiprocessing
import threading

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    future = pool.submit(len, "abc")
    thread = [thread for thread in threading.enumerate() if thread is not threading.main_thread()][0]
    print(future.result())
    del pool
    gc.collect()
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join()
    print(threading.active_count(), multiprocessing.active_children())
