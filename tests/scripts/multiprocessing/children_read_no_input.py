import multiprocessing

spawn = multiprocessing.get_context("spawn")


def read(connection):
    try:
        connection.send(input())
    except EOFError as error:
        connection.send(repr(error))


if __name__ == "__main__":
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=read, args=(theirs,))
    process.start()
    print(ours.recv())
    process.join()
    print(input())
