# getsockopt() and setsockopt(): integers, octets, and None with a size.
import socket
import struct


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (OSError, TypeError) as problem:
        print(type(problem).__name__, problem)


inet = socket.socket()
level = socket.SOL_SOCKET
attempt(inet.getsockopt, level, socket.SO_TYPE)
attempt(inet.getsockopt, level, socket.SO_TYPE, 4)
attempt(inet.getsockopt, level, socket.SO_TYPE, 5000)
attempt(inet.getsockopt, level, socket.SO_TYPE, -1)
attempt(inet.getsockopt, level, 9999)
inet.setsockopt(level, socket.SO_REUSEADDR, 1)
print(inet.getsockopt(level, socket.SO_REUSEADDR))
inet.setsockopt(level, socket.SO_LINGER, struct.pack("ii", 1, 7))
print(struct.unpack("ii", inet.getsockopt(level, socket.SO_LINGER, 8)))
for value in None, b"123", "x", 1.5, 2**40:
    attempt(inet.setsockopt, level, socket.SO_REUSEADDR, value)
attempt(inet.setsockopt, level, socket.SO_REUSEADDR, None, 3)
attempt(inet.setsockopt, level, socket.SO_REUSEADDR)
attempt(inet.setsockopt, level, socket.SO_REUSEADDR, 1, 2)
attempt(inet.setsockopt, "a", 2, 1)
print(inet.get_inheritable(), inet.set_inheritable(True), inet.get_inheritable())
inet.close()
attempt(inet.getsockopt, level, socket.SO_TYPE)
