# Descriptors travel through a socket: send_fds(), recv_fds().
import os
import socket

left, right = socket.socketpair()
readers, writers = zip(*(os.pipe() for _ in range(3)))
print(socket.send_fds(left, [b"three"], writers))
data, fds, flags, address = socket.recv_fds(right, 100, 5)
print(data, len(fds), flags & socket.MSG_CTRUNC, address)
for number, fd in enumerate(fds):
    os.write(fd, b"pipe %d" % number)
    os.close(fd)
for reader, writer in zip(readers, writers):
    print(os.read(reader, 100))
    os.close(reader)
    os.close(writer)

print(socket.CMSG_LEN(0), socket.CMSG_LEN(5), socket.CMSG_SPACE(5))
for function in socket.CMSG_LEN, socket.CMSG_SPACE:
    for size in -1, 2**31, 2**63, "a":
        try:
            function(size)
        except (OverflowError, TypeError) as problem:
            print(problem)
socket.send_fds(left, [b"cut"], [0, 1])
data, ancillary, flags, address = right.recvmsg(10)
print(data, ancillary, bool(flags & socket.MSG_CTRUNC))
left.close()
right.close()
