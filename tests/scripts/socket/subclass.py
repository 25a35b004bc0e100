# Classes derived from socket, and what a socket cannot.
import copy
import socket


class Named(socket.socket):
    def __init__(self, name, *arguments):
        super().__init__(*arguments)
        self.name = name

    def recv(self, size):
        return self.name, super().recv(size)


left, right = socket.socketpair()
named = Named("mine", right.family, right.type, right.proto, right.detach())
left.send(b"data")
print(named.recv(10))
twin = left.dup()
print(type(twin) is socket.socket, twin.fileno() != left.fileno())
twin.send(b"twin")
print(named.recv(10))
again = socket.fromfd(left.fileno(), left.family, left.type)
print(again.getpeername() == left.getpeername())
print(str(named).startswith("<__main__.Named fd="))
try:
    left.other = 1
except AttributeError as problem:
    print(problem)
try:
    copy.copy(left)
except TypeError as problem:
    print(problem)
for end in left, twin, again, named:
    end.close()
