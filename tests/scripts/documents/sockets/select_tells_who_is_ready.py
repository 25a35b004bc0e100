import select
import socket

left, right = socket.socketpair()
with left, right:
    print([len(ready) for ready in select.select([left, right], [], [], 0)])
    left.send(b"hello")
    readable, writable, failed = select.select([left, right], [left], [], 1)
    print(readable == [right], writable == [left], failed)
    print(right.recv(100))
