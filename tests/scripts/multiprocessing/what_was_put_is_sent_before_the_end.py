import multiprocessing

spawn = multiprocessing.get_context("spawn")


def put(queue):
    for number in range(5):
        queue.put("x" * 50_000)


if __name__ == "__main__":
    queue = spawn.Queue()
    process = spawn.Process(target=put, args=(queue,))
    process.start()
    print(sum(len(queue.get()) for _ in range(5)))
    process.join()
    print(process.exitcode)
