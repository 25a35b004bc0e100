# Datagrams keep their bounds, and know their sender.
import socket

one = socket.socket(type=socket.SOCK_DGRAM)
two = socket.socket(type=socket.SOCK_DGRAM)
one.bind(("127.0.0.1", 0))
two.bind(("127.0.0.1", 0))
one.sendto(b"first", two.getsockname())
one.sendto(b"second", 0, two.getsockname())
one.sendto(b"", two.getsockname())
data, sender = two.recvfrom(3)
print(data, sender == one.getsockname())
buffer = bytearray(10)
count, sender = two.recvfrom_into(buffer)
print(count, buffer, sender == one.getsockname())
print(two.recv(10))
one.connect(two.getsockname())
print(one.send(b"connected"), two.recv(20))
print(one.getpeername() == two.getsockname())
two.settimeout(0.01)
try:
    two.recvfrom(1)
except TimeoutError as problem:
    print(problem)
one.close()
two.close()
