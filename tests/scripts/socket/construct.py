# Sockets are made of a family, a type and a protocol, or of a descriptor that is open.
import socket


def attempt(*arguments, **keywords):
    try:
        made = socket.socket(*arguments, **keywords)
    except (OSError, TypeError, ValueError) as problem:
        print(type(problem).__name__, problem)
        return
    print(made.family.name, made.type.name, made.proto, made.gettimeout())
    made.close()


attempt()
attempt(socket.AF_INET, socket.SOCK_DGRAM)
attempt(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
attempt(type=socket.SOCK_DGRAM)
attempt("a")
attempt(999)
attempt(fileno=-5)
attempt(fileno=1.5)
attempt(fileno="a")

first, second = socket.socketpair()
copy = socket.socket(fileno=first.detach())
print(copy.family.name, copy.type.name)
copy.send(b"still connected")
print(second.recv(100), first.fileno())
copy.close()
second.close()
