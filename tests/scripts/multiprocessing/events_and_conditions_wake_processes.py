import multiprocessing

spawn = multiprocessing.get_context("spawn")


def wait_for_event(event, connection):
    connection.send("waiting")
    connection.send(event.wait())


def wait_for_condition(condition, connection):
    with condition:
        connection.send("waiting")
        connection.send(condition.wait())


if __name__ == "__main__":
    ours, theirs = spawn.Pipe()
    event = spawn.Event()
    print(event.is_set(), event.wait(0.01))
    process = spawn.Process(target=wait_for_event, args=(event, theirs))
    process.start()
    print(ours.recv())
    event.set()
    print(ours.recv(), event.is_set(), event.wait())
    event.clear()
    print(event.is_set())
    process.join()
    condition = spawn.Condition()
    processes = [spawn.Process(target=wait_for_condition, args=(condition, theirs)) for _ in range(2)]
    for process in processes:
        process.start()
    print(ours.recv(), ours.recv())
    with condition:
        condition.notify_all()
    print(ours.recv(), ours.recv())
    for process in processes:
        process.join()
    with condition:
        print(condition.wait(0.01), condition.wait_for(lambda: 7), condition.wait_for(lambda: 0, 0.01))
    try:
        condition.notify()
    except AssertionError as error:
        print(error)
