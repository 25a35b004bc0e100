# A server of one thread: accepts, answers, and forgets connections as they come.
import selectors
import socket
import threading

listener = socket.create_server(("127.0.0.1", 0))
answers = {}


def client(number):
    with socket.create_connection(listener.getsockname()) as connection:
        connection.sendall(b"message %d" % number)
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as file:
            answers[number] = file.read()


def accept(listener):
    connection, _ = listener.accept()
    connection.setblocking(False)
    selector.register(connection, selectors.EVENT_READ, answer)


def answer(connection):
    global finished
    if data := connection.recv(1000):
        connection.send(data.upper())
        return
    selector.unregister(connection)
    connection.close()
    finished += 1


finished = 0
clients = [threading.Thread(target=client, args=(number,)) for number in range(10)]
with selectors.DefaultSelector() as selector, listener:
    listener.setblocking(False)
    selector.register(listener, selectors.EVENT_READ, accept)
    for thread in clients:
        thread.start()
    while finished < 10:
        for key, _ in selector.select():
            key.data(key.fileobj)
for thread in clients:
    thread.join()
print(sorted(answers.items()))
