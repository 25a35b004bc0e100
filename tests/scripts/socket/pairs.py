# socketpair(): connected from the start, in two directions; b"" at the end.
import socket

for kind in socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET:
    left, right = socket.socketpair(type=kind)
    print(type(left) is socket.socket, left.family.name, left.type.name)
    left.send(b"to the right")
    right.send(b"to the left")
    print(left.recv(5), right.recv(100))
    left.close()
    right.close()

left, right = socket.socketpair()
left.close()
print(right.recv(1))
try:
    right.send(b"x")
except BrokenPipeError as problem:
    print(problem)
right.close()
