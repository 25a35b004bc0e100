import multiprocessing

spawn = multiprocessing.get_context("spawn")


def child(connection):
    process = multiprocessing.current_process()
    try:
        spawn.Process(target=print).start()
    except AssertionError as error:
        connection.send((process.daemon, str(error), multiprocessing.parent_process().name))
    connection.recv()


if __name__ == "__main__":
    ours, theirs = spawn.Pipe()
    spawn.Process(target=child, args=(theirs,), daemon=True).start()
    print(ours.recv(), multiprocessing.parent_process())
