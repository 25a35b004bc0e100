# sendmsg() gathers, recvmsg() and recvmsg_into() scatter.
import socket

left, right = socket.socketpair(type=socket.SOCK_DGRAM)
print(left.sendmsg([b"one", bytearray(b"two"), memoryview(b"three")]))
print(right.recvmsg(100))
print(left.sendmsg(part for part in (b"a", b"b")))
print(right.recvmsg(1)[2] == socket.MSG_TRUNC)
print(left.sendmsg([]))
print(right.recvmsg(10))
print(left.sendmsg([b"0123456789"], [], 0, None))
parts = [bytearray(4), bytearray(3), memoryview(bytearray(5))]
print(right.recvmsg_into(parts), [bytes(part) for part in parts])
for call in (lambda: left.sendmsg(), lambda: left.sendmsg(1), lambda: left.sendmsg([1]),
             lambda: left.sendmsg([b""], 1), lambda: left.sendmsg([b""], [1]), lambda: left.sendmsg([b""], [(1, 2)]),
             lambda: left.sendmsg([b""], [(1, 2, 3)]), lambda: left.sendmsg([b""], [], "x"),
             lambda: left.sendmsg("abc"), lambda: right.recvmsg(-1), lambda: right.recvmsg(1, -1),
             lambda: right.recvmsg(1, 2**31), lambda: right.recvmsg("a"), lambda: right.recvmsg_into(1),
             lambda: right.recvmsg_into([1]), lambda: right.recvmsg_into([b"a"]),
             lambda: right.recvmsg_into([bytearray(3)], -1)):
    try:
        print(call())
    except (TypeError, ValueError) as problem:
        if "at least" not in str(problem):
            print(type(problem).__name__, problem)
left.close()
right.close()
