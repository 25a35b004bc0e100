# recv_into() and recvfrom_into(): any writable buffer, and no more than fits.
import array
import socket

left, right = socket.socketpair()


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except (TypeError, ValueError, OverflowError) as problem:
        print(type(problem).__name__, problem)


left.send(b"abcdefghijklmnop")
target = bytearray(8)
print(right.recv_into(target, 3), target)
print(right.recv_into(memoryview(target)[3:5]), target)
numbers = array.array("H", [0, 0])
print(right.recv_into(buffer=numbers, nbytes=2), numbers.tobytes())
print(right.recvfrom_into(target, nbytes=4), target)
print(right.recv_into(target, flags=socket.MSG_PEEK), target)
attempt(right.recv_into, b"a")
attempt(right.recv_into, "a")
attempt(right.recv_into, 1)
attempt(right.recv_into, bytearray(2), 3)
attempt(right.recv_into, bytearray(2), -1)
attempt(right.recvfrom_into, bytearray(2), 3)
attempt(right.recvfrom_into, bytearray(2), -1)
attempt(right.recv, -1)
attempt(right.recv, "a")
attempt(right.recv, 2**70)
attempt(right.recvfrom, -1)
attempt(right.send, "a")
attempt(right.recv, 1, 2**40)
attempt(right.recv_into, target[:0])
left.close()
right.close()
