# select(): what is ready of three sequences, as the objects that stood in them.
import os
import select
import socket

left, right = socket.socketpair()
reader, writer = os.pipe()
print(select.select([reader], [], [], 0))
print(select.select([], [], [], 0.01))
print(select.select([left, right], [], [], 0))
ready = select.select([left, right], [left, writer, right], [left], 0)
print(ready[0], ready[1] == [left, writer, right], ready[2])
left.send(b"x")
os.write(writer, b"y")
ready = select.select({right, reader}, (left,), iter([]))
print(len(ready[0]), right in ready[0], reader in ready[0], ready[1] == [left], ready[2])
left.close()
print(select.select([right], [], [], None)[0] == [right])
right.close()
os.close(reader)
os.close(writer)
print(select.PIPE_BUF, select.error is OSError)
