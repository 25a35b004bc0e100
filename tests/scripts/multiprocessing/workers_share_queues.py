import multiprocessing

spawn = multiprocessing.get_context("spawn")


def work(tasks, results):
    while True:
        number = tasks.get()
        if number is None:
            tasks.task_done()
            return
        results.put(number * number)
        tasks.task_done()


if __name__ == "__main__":
    tasks, results = spawn.JoinableQueue(), spawn.SimpleQueue()
    processes = [spawn.Process(target=work, args=(tasks, results)) for _ in range(2)]
    for process in processes:
        process.start()
    for number in range(20):
        tasks.put(number)
    tasks.join()
    print(sorted(results.get() for _ in range(20)), results.empty())
    for _ in processes:
        tasks.put(None)
    tasks.join()
    for process in processes:
        process.join()
    try:
        tasks.task_done()
    except ValueError as error:
        print(error)
