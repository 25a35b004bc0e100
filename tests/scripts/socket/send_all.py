# sendall() of more than the system takes at once, and recv() with MSG_WAITALL.
import socket
import threading

left, right = socket.socketpair()
data = bytes(range(256)) * 20000


def send():
    left.sendall(memoryview(data))
    left.settimeout(10)
    left.sendall(data)
    left.close()


thread = threading.Thread(target=send)
thread.start()
print(right.recv(len(data), socket.MSG_WAITALL) == data)
parts = []
while part := right.recv(100_000):
    parts.append(part)
thread.join()
print(b"".join(parts) == data)
right.close()
