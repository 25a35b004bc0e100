# Arguments that close the socket while they are looked at.
import select
import socket


class Closing:
    def __init__(self, file):
        self.file = file

    def __index__(self):
        self.file.close()
        return 3

    def fileno(self):
        self.file.close()
        return 1


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (OSError, ValueError) as problem:
        print(type(problem).__name__, problem)


def buffers(file):
    file.close()
    yield bytearray(4)


for call in (lambda one: one.recv(Closing(one)), lambda one: one.send(b"x", Closing(one)),
             lambda one: one.getsockopt(Closing(one), 3), lambda one: one.setsockopt(1, Closing(one), 3),
             lambda one: one.sendto(b"x", Closing(one), "x"), lambda one: one.recvmsg_into(buffers(one)),
             lambda one: one.sendmsg(buffers(one)), lambda one: one.listen(Closing(one)),
             lambda one: one.shutdown(Closing(one))):
    left, right = socket.socketpair()
    attempt(call, left)
    right.close()
poller = select.epoll()
attempt(poller.register, Closing(poller))
