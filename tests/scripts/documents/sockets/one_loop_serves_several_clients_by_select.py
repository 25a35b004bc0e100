# The classic: the server socket and the clients are watched together, each ready one is served.
import select
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 0))
server.listen()
watched, served = [server], 0

def accept():
    client, address = server.accept()
    watched.append(client)

def answer(client):
    request = client.recv(4096)
    if request:
        client.sendall(b"echo " + request)
    else:
        watched.remove(client)
        client.close()

clients = [socket.create_connection(server.getsockname()) for _ in range(3)]
for number, client in enumerate(clients):
    client.sendall(f"message {number}".encode())
while len(watched) < 4 or served < 3:
    for ready in select.select(watched, [], [])[0]:
        if ready is server:
            accept()
        else:
            answer(ready)
            served += 1
for client in clients:
    print(client.recv(100))
    client.close()
while len(watched) > 1:
    for ready in select.select(watched[1:], [], [])[0]:
        answer(ready)
server.close()
print(len(watched), served)
