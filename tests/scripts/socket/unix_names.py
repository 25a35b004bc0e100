# AF_UNIX: paths, abstract names, and none at all.
import os
import socket

path = os.path.join(os.environ["TMPDIR"], "name")
server = socket.socket(socket.AF_UNIX)
server.bind(path)
server.listen()
client = socket.socket(socket.AF_UNIX)
print(repr(client.getsockname()))
client.connect(path)
print(client.getpeername() == path == server.getsockname())
connection, address = server.accept()
print(repr(address))
for end in server, client, connection:
    end.close()
try:
    socket.socket(socket.AF_UNIX).bind(path)
except OSError as problem:
    print(problem)
os.unlink(path)

name = b"\0ouro-test-%d" % os.getpid()
one = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
two = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
one.bind(name)
print(one.getsockname() == name)
two.sendto(b"hello", name.decode())
print(one.recvfrom(10))
two.bind("")
print(two.getsockname()[:1])
one.close()
two.close()
