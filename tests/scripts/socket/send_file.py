# sendfile(): the whole file, a part of it, or what an object without a descriptor reads.
import io
import os
import socket
import threading

path = os.path.join(os.environ["TMPDIR"], "data")
data = bytes(range(256)) * 1000
with open(path, "wb") as file:
    file.write(data)


def transfer(file, *arguments):
    left, right = socket.socketpair()
    received = []

    def receive():
        while part := right.recv(65536):
            received.append(part)
        right.close()

    thread = threading.Thread(target=receive)
    thread.start()
    with left:
        print(left.sendfile(file, *arguments), file.tell())
    thread.join()
    return b"".join(received)


with open(path, "rb") as file:
    print(transfer(file) == data)
    print(transfer(file, 100) == data[100:])
    print(transfer(file, 100, 50) == data[100:150])
print(transfer(io.BytesIO(data), 10, 20) == data[10:30])
left, right = socket.socketpair(type=socket.SOCK_STREAM)
with open(path, "rb") as file, open(path) as text:
    for arguments in (text,), (file, 0, -1), (file, 0, 0), (file, 0, "x"):
        try:
            left.sendfile(*arguments)
        except (ValueError, TypeError) as problem:
            print(type(problem).__name__, problem)
left.close()
right.close()
