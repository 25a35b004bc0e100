# Two threads at one socket; closing it does not end the call under way, shutting it down does.
import socket
import threading

left, right = socket.socketpair()
results = []
threads = [threading.Thread(target=lambda: results.append(right.recv(1))) for _ in range(4)]
for thread in threads:
    thread.start()
for octet in b"abcd":
    left.send(bytes([octet]))
for thread in threads:
    thread.join()
print(sorted(results))

ready = threading.Event()


def receive():
    copy = socket.socket(fileno=right.fileno())
    ready.set()
    print(copy.recv(1))
    copy.detach()


thread = threading.Thread(target=receive)
thread.start()
ready.wait()
left.shutdown(socket.SHUT_RDWR)
thread.join()
right.close()
print(right.fileno())
left.close()
