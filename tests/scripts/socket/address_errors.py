# What is no address of the socket's family is refused in words that name the method.
import socket


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as problem:
        print(type(problem).__name__, problem)


inet = socket.socket()
for address in (1, ("x",), ("127.0.0.1", 70000), ("127.0.0.1", "a"), ("a\0b", 1), (1, 1), ("", 10**30), ["", 0]):
    attempt(inet.bind, address)
attempt(inet.connect, ("127.0.0.1", -1))
attempt(inet.connect_ex, 1)
attempt(inet.sendto, b"", None)
attempt(inet.sendmsg, [b"a"], [], 0, 1)
inet.close()

local = socket.socket(socket.AF_UNIX)
for address in (1, "a" * 200, b"a" * 200):
    attempt(local.bind, address)
local.close()
