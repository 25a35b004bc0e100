# While a thread receives into a bytearray, nobody can change its size.
import socket
import threading

left, right = socket.socketpair()
target = bytearray(4)
begun = threading.Event()


class Begin:
    def __index__(self):
        begun.set()
        return 4


def receive():
    print(right.recv_into(target, Begin()))


thread = threading.Thread(target=receive)
thread.start()
begun.wait()
try:
    target.extend(b"more")
except BufferError as problem:
    print(problem)
left.send(b"data")
thread.join()
target.extend(b"!")
print(target)
left.close()
right.close()
