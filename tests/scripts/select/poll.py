# poll objects: registered descriptors in their order.
import os
import select

poller = select.poll()
print(type(poller), poller.poll(0))
pipes = [os.pipe() for _ in range(3)]
for reader, writer in pipes:
    poller.register(reader, select.POLLIN)
    poller.register(writer)
print([fd == writer and bits for (fd, bits), (_, writer) in zip(poller.poll(), pipes)])
for _, writer in pipes:
    poller.unregister(writer)
print(poller.poll(0), poller.poll(1), poller.poll(0.5))
os.write(pipes[1][1], b"x")
print(poller.poll() == [(pipes[1][0], select.POLLIN)], poller.poll(-1) == poller.poll(None))
poller.modify(pipes[1][0], 0)
print(poller.poll(0))
os.close(pipes[0][1])
print(poller.poll(0) == [(pipes[0][0], select.POLLHUP)])
os.close(pipes[0][0])
print(poller.poll(0) == [(pipes[0][0], select.POLLNVAL)])
for reader, writer in pipes[1:]:
    os.close(reader)
    os.close(writer)
