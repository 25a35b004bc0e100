# settimeout(): calls end with TimeoutError; 0 and setblocking(False) with BlockingIOError.
import socket
import time

left, right = socket.socketpair()
print(left.gettimeout(), left.getblocking())
for timeout in 0.02, 0, 1, None:
    left.settimeout(timeout)
    print(left.gettimeout(), left.getblocking(), left.timeout)
left.settimeout(0.02)
began = time.monotonic()
for call in (lambda: left.recv(1), lambda: left.recvfrom(1), lambda: left.recv_into(bytearray(1)),
             lambda: left.recvmsg(1)):
    try:
        call()
    except TimeoutError as problem:
        print(problem, problem.errno, problem.args)
print(time.monotonic() - began >= 0.08)

right.settimeout(0.02)
sent = 0
try:
    while True:
        sent += right.send(b"x" * 65536)
except TimeoutError as problem:
    print(problem, sent > 0)
try:
    right.sendall(b"x" * 10_000_000)
except TimeoutError as problem:
    print(problem)

left.setblocking(False)
print(left.gettimeout(), left.getblocking())
while left.gettimeout() == 0:
    try:
        left.recv(1 << 20)
    except BlockingIOError as problem:
        print(problem)
        break
for wrong in -1, "a", float("nan"), 1e300:
    try:
        left.settimeout(wrong)
    except (ValueError, TypeError, OverflowError) as problem:
        print(type(problem).__name__, problem)
listener = socket.create_server(("127.0.0.1", 0))
listener.settimeout(0.01)
try:
    listener.accept()
except TimeoutError as problem:
    print(problem)
for end in left, right, listener:
    end.close()
