# A thread that waits leaves the others the VM, and is woken by what they do.
import select
import socket
import threading

poller = select.poll()
epoller = select.epoll()
pairs = [socket.socketpair() for _ in range(3)]
poller.register(pairs[1][0], select.POLLIN)
epoller.register(pairs[2][0], select.EPOLLIN)
waits = [lambda: select.select([pairs[0][0]], [], [])[0] == [pairs[0][0]],
         lambda: poller.poll() == [(pairs[1][0].fileno(), select.POLLIN)],
         lambda: epoller.poll() == [(pairs[2][0].fileno(), select.EPOLLIN)]]
for wait, (_, other) in zip(waits, pairs):
    begun = threading.Event()
    results = []

    def run():
        begun.set()
        results.append(wait())

    thread = threading.Thread(target=run)
    thread.start()
    begun.wait()
    print(results)
    other.send(b"x")
    thread.join()
    print(results)
epoller.close()
for pair in pairs:
    for end in pair:
        end.close()
