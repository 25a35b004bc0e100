import multiprocessing

spawn = multiprocessing.get_context("spawn")


def count(lock, connection, times):
    for _ in range(times):
        with lock:
            connection.send("in")
            connection.send("out")


if __name__ == "__main__":
    lock = spawn.Lock()
    reader, writer = spawn.Pipe(duplex=False)
    processes = [spawn.Process(target=count, args=(lock, writer, 50)) for _ in range(2)]
    for process in processes:
        process.start()
    words = [reader.recv() for _ in range(200)]
    print(words == ["in", "out"] * 100)
    for process in processes:
        process.join()
    print(lock, lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock)
    lock.release()
    try:
        lock.release()
    except ValueError as error:
        print(error)
    again = spawn.RLock()
    print(again, again.acquire(), again.acquire(), again)
    again.release()
    again.release()
    try:
        again.release()
    except AssertionError as error:
        print(error)
