# The order of octets, and addresses between digits and octets.
import socket


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (OSError, TypeError, ValueError, OverflowError) as problem:
        print(type(problem).__name__, problem)


for function in socket.htons, socket.ntohs, socket.htonl, socket.ntohl:
    for number in 1, 0xffff, -1, 65536, 2**32, 2**70, "a", 1.5:
        attempt(function, number)
for text in "127.1", "x", 1, "255.255.255.255", "1\0":
    attempt(socket.inet_aton, text)
for octets in b"1234", b"123", "1234", bytearray(4):
    attempt(socket.inet_ntoa, octets)
for family, text in ((socket.AF_INET, "1.2.3.4"), (socket.AF_INET, "x"), (socket.AF_INET6, "::1"),
                     (socket.AF_INET6, "x"), (socket.AF_UNIX, "x"), (socket.AF_INET, 1), ("a", "b")):
    attempt(socket.inet_pton, family, text)
for family, octets in ((socket.AF_INET, b"1234"), (socket.AF_INET, b"123"), (socket.AF_INET6, b"1" * 16),
                       (socket.AF_INET6, bytes(16)), (socket.AF_INET6, b"1"), (socket.AF_UNIX, b"1"),
                       (socket.AF_INET, "1234")):
    attempt(socket.inet_ntop, family, octets)
