# A server in another thread: both block, and the VM goes on.
import socket
import threading

listener = socket.create_server(("127.0.0.1", 0))


def serve():
    with listener:
        for _ in range(3):
            connection, address = listener.accept()
            with connection:
                print("peer", address[0])
                while data := connection.recv(1024):
                    connection.sendall(data.upper())


server = threading.Thread(target=serve)
server.start()
for word in (b"one", b"two", b"three"):
    with socket.create_connection(listener.getsockname()) as client:
        client.sendall(word)
        client.shutdown(socket.SHUT_WR)
        print(client.recv(100), client.recv(100))
server.join()
print(listener.fileno())
