import multiprocessing

spawn = multiprocessing.get_context("spawn")


def take(semaphore, connection):
    semaphore.acquire()
    connection.send("taken")


if __name__ == "__main__":
    semaphore = spawn.Semaphore(0)
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=take, args=(semaphore, theirs))
    process.start()
    print(ours.poll(0.01), semaphore.get_value())
    semaphore.release()
    print(ours.recv(), semaphore.get_value(), semaphore)
    process.join()
    bounded = spawn.BoundedSemaphore(2)
    print(bounded, bounded.acquire(), bounded.acquire(), bounded.acquire(False))
    bounded.release()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
