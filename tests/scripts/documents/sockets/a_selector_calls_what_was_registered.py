import selectors
import socket

selector = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 0))

def accept(listening):
    client, address = listening.accept()
    selector.register(client, selectors.EVENT_READ, answer)

def answer(client):
    request = client.recv(4096)
    if request:
        client.sendall(request.upper())
    else:
        selector.unregister(client)
        client.close()
        print("client gone")

selector.register(server, selectors.EVENT_READ, accept)
client = socket.create_connection(server.getsockname())
client.sendall(b"quiet")
for _ in range(2):
    for key, events in selector.select():
        key.data(key.fileobj)
print(client.recv(100))
client.close()
for key, events in selector.select():
    key.data(key.fileobj)
print(len(selector.get_map()))
selector.close()
server.close()
