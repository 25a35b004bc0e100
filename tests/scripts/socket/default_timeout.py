# setdefaulttimeout() is for new sockets, accepted ones included.
import socket

print(socket.getdefaulttimeout())
old = socket.socket()
socket.setdefaulttimeout(5)
print(socket.getdefaulttimeout(), old.gettimeout())
listener = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listener.getsockname())
accepted, _ = listener.accept()
print(listener.gettimeout(), client.gettimeout(), accepted.gettimeout())
socket.setdefaulttimeout(None)
later, _ = socket.create_connection(listener.getsockname()), listener.settimeout(3)
second, _ = listener.accept()
print(later.gettimeout(), second.gettimeout(), second.getblocking())
for wrong in -1, "a":
    try:
        socket.setdefaulttimeout(wrong)
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
for end in old, listener, client, accepted, later, second:
    end.close()
