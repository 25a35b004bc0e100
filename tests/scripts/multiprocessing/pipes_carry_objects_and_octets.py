import multiprocessing

spawn = multiprocessing.get_context("spawn")


def echo(connection):
    with connection:
        while True:
            try:
                connection.send(connection.recv())
            except EOFError:
                return


if __name__ == "__main__":
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=echo, args=(theirs,))
    process.start()
    theirs.close()
    for thing in [1, "two"], b"x" * 100_000, None:
        ours.send(thing)
        print(ours.poll(None), ours.recv() == thing, ours.poll())
    ours.close()
    process.join()
    print(process.exitcode)
    reader, writer = spawn.Pipe(duplex=False)
    writer.send_bytes(b"012345", 2, 3)
    print(reader.recv_bytes())
    writer.send_bytes(b"abc")
    buffer = bytearray(5)
    print(reader.recv_bytes_into(buffer, 1), buffer)
    writer.send_bytes(b"too long")
    try:
        reader.recv_bytes_into(buffer)
    except multiprocessing.BufferTooShort as error:
        print(repr(error))
    for wrong in (lambda: reader.send(1), lambda: writer.recv(), lambda: writer.send_bytes(b"x", 2)):
        try:
            wrong()
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
    writer.close()
    try:
        reader.recv()
    except EOFError as error:
        print(repr(error))
