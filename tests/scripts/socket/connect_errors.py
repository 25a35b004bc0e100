# Connections that fail.
import errno
import socket

listener = socket.create_server(("127.0.0.1", 0))
address = listener.getsockname()
listener.close()
client = socket.socket()
try:
    client.connect(address)
except ConnectionRefusedError as problem:
    print(problem)
print(client.connect_ex(address) == errno.ECONNREFUSED)
client.settimeout(5)
print(client.connect_ex(address) == errno.ECONNREFUSED)
client.close()
try:
    socket.create_connection(address)
except ConnectionRefusedError as problem:
    print(problem)
try:
    socket.create_connection(address, all_errors=True)
except ExceptionGroup as group:
    print(group, [type(one).__name__ for one in group.exceptions])
try:
    socket.create_connection(("", "no such service"))
except socket.gaierror as problem:
    print(problem.errno == socket.EAI_SERVICE)

listener = socket.create_server(("127.0.0.1", 0))
client = socket.socket()
client.setblocking(False)
print(client.connect_ex(listener.getsockname()) in (0, errno.EINPROGRESS))
client.setblocking(True)
connection, _ = listener.accept()
try:
    client.connect(listener.getsockname())
except OSError as problem:
    print(problem)
for end in listener, client, connection:
    end.close()
try:
    socket.create_server(("127.0.0.1", 0), dualstack_ipv6=True)
except ValueError as problem:
    print(problem)
with socket.create_server(("127.0.0.1", 0)) as taken:
    port = taken.getsockname()[1]
    try:
        socket.create_server(("127.0.0.1", port))
    except OSError as problem:
        print(str(problem).replace(str(port), "PORT"))
