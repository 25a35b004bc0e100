# The enumerations, and names that are numbers.
import enum
import socket

print(repr(socket.AF_INET), repr(socket.SOCK_STREAM), repr(socket.MSG_PEEK), repr(socket.AI_PASSIVE))
print(issubclass(socket.AddressFamily, enum.IntEnum), issubclass(socket.MsgFlag, enum.IntFlag),
      issubclass(socket.SocketKind, enum.IntEnum), issubclass(socket.AddressInfo, enum.IntFlag))
print(socket.MSG_PEEK | socket.MSG_OOB, socket.IPPROTO_TCP, socket.SOL_SOCKET, socket.SO_REUSEADDR, socket.SHUT_RDWR)
print(socket.timeout is TimeoutError, socket.error is OSError)
print(socket.gaierror.__mro__, socket.herror.__mro__)
print(socket.gaierror.__module__, socket.gaierror.__name__)
print(socket.has_ipv6, socket.SocketType, issubclass(socket.socket, socket.SocketType))
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
print(socket.getaddrinfo("::1", "80", type=socket.SOCK_DGRAM))
print(socket.getaddrinfo(None, 0, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_PASSIVE))
for host, port in (1, 2), ("127.0.0.1", 1.5), (None, None), ("127.0.0.1", "no such service"):
    try:
        socket.getaddrinfo(host, port)
    except (TypeError, OSError) as problem:
        print(type(problem).__name__, problem)
print(socket.gethostbyname("127.0.0.1"), socket.gethostbyname(""))
for wrong in 1, "a\0b":
    try:
        socket.gethostbyname(wrong)
    except TypeError as problem:
        print(problem)
flags = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV
for address in (("127.0.0.1", 80), ("::1", 80, 0, 0), 1, ("127.0.0.1",), ("x y", 0), ("127.0.0.1", 80, 0),
                ("::1", 80, 2**20), (1, 2), ["127.0.0.1", 80]):
    try:
        print(socket.getnameinfo(address, flags))
    except (TypeError, OSError, OverflowError) as problem:
        print(type(problem).__name__, problem)
for call in (lambda: socket.getservbyname("no such"), lambda: socket.getservbyport(-1),
             lambda: socket.getservbyport(65536), lambda: socket.getprotobyname("no such"),
             lambda: socket.if_nametoindex("no such"), lambda: socket.if_indextoname(99999),
             lambda: socket.if_indextoname(-1), lambda: socket.if_indextoname("a")):
    try:
        call()
    except (OSError, OverflowError, TypeError) as problem:
        print(type(problem).__name__, problem)
print(socket.if_indextoname(socket.if_nametoindex("lo")), any(name == "lo" for _, name in socket.if_nameindex()))
