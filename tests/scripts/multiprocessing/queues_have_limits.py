import multiprocessing
import queue

spawn = multiprocessing.get_context("spawn")

if __name__ == "__main__":
    numbers = spawn.Queue(2)
    numbers.put(1)
    numbers.put(2)
    print(numbers.full(), numbers.qsize())
    for call in (lambda: numbers.put(3, False), lambda: numbers.put(3, timeout=0.01), lambda: numbers.put_nowait(3)):
        try:
            call()
        except queue.Full:
            print("full")
    print(numbers.get(), numbers.get(timeout=10))
    for call in (lambda: numbers.get(False), lambda: numbers.get(timeout=0.01), lambda: numbers.get_nowait()):
        try:
            call()
        except queue.Empty:
            print("empty")
    print(numbers.empty(), numbers.qsize())
    numbers.close()
    numbers.join_thread()
    try:
        numbers.put(1)
    except ValueError as error:
        print(str(error).endswith("is closed"))
