# A closed socket knows what it was, and does nothing more.
import socket

left, right = socket.socketpair()
with left as same:
    print(same is left)
print(left, left.fileno(), left.family.name, left.type.name, left.proto)
for call in (lambda: left.send(b""), lambda: left.recv(1), lambda: left.sendall(b""), lambda: left.recv_into(b""),
             lambda: left.recv_into(bytearray(1)), lambda: left.accept(), lambda: left.listen(),
             lambda: left.getsockname(), lambda: left.getpeername(), lambda: left.settimeout(1),
             lambda: left.setblocking(True), lambda: left.shutdown(2), lambda: left.bind("x"),
             lambda: left.connect("x"), lambda: left.connect_ex("x"), lambda: left.sendto(b"", "x"),
             lambda: left.sendmsg([b""]), lambda: left.recvmsg(1), lambda: left.recvmsg_into([bytearray(1)]),
             lambda: left.dup(), lambda: left.detach(), lambda: left.close(), lambda: left.getblocking(),
             lambda: left.get_inheritable(), lambda: left.getsockopt(1, 3), lambda: left.setsockopt(1, 2, 1)):
    try:
        print(call())
    except (OSError, TypeError, ValueError) as problem:
        print(type(problem).__name__, problem)
print(right.detach() >= 0, right.fileno(), right)
socket.close(socket.socket().detach())
for fd in -1, "a":
    try:
        socket.close(fd)
    except (OSError, TypeError) as problem:
        print(type(problem).__name__, problem)
