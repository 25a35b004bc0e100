# A small loop: generators yield what they wait for, select says whose turn it is.
from collections import deque
import select
import socket

ready, readers, writers = deque(), {}, {}

def run():
    while ready or readers or writers:
        while not ready:
            can_read, can_write, _ = select.select(readers, writers, [])
            ready.extend(readers.pop(one) for one in can_read)
            ready.extend(writers.pop(one) for one in can_write)
        task = ready.popleft()
        try:
            kind, waited_for = next(task)
        except StopIteration:
            continue
        (readers if kind == "read" else writers)[waited_for] = task

def server(listening, count):
    for _ in range(count):
        yield "read", listening
        client, address = listening.accept()
        ready.append(serve(client))
    listening.close()

def serve(client):
    while True:
        yield "read", client
        request = client.recv(4096)
        if not request:
            break
        yield "write", client
        client.sendall(b"hello " + request)
    client.close()

def ask(address, name, answers):
    with socket.create_connection(address) as connection:
        yield "write", connection
        connection.sendall(name)
        yield "read", connection
        answers.append(connection.recv(100))

listening = socket.create_server(("127.0.0.1", 0))
answers = []
ready.append(server(listening, 2))
ready.extend(ask(listening.getsockname(), name, answers) for name in (b"ann", b"bo"))
run()
print(sorted(answers))
