# epoll objects: registering, waiting, closing.
import os
import select
import socket

left, right = socket.socketpair()
with select.epoll() as poller:
    print(poller.closed, poller.fileno() >= 0, poller.poll(0))
    poller.register(left, select.EPOLLIN | select.EPOLLOUT)
    poller.register(right.fileno(), eventmask=select.EPOLLIN)
    print(poller.poll(0) == [(left.fileno(), select.EPOLLOUT)])
    left.send(b"x")
    print(sorted(bits for _, bits in poller.poll()), len(poller.poll(maxevents=1, timeout=-1)))
    poller.modify(left, select.EPOLLIN)
    print(poller.poll(1) == [(right.fileno(), select.EPOLLIN)])
    poller.unregister(right)
    print(poller.poll(0), poller.poll(0.001))
    poller.register(right, select.EPOLLIN | select.EPOLLET)
    print(len(poller.poll()), poller.poll(0))
    poller.modify(right, select.EPOLLIN | select.EPOLLONESHOT)
    print(len(poller.poll()), poller.poll(0))
    left.close()
    poller.modify(right, select.EPOLLIN | select.EPOLLRDHUP)
    print(poller.poll()[0][1] == select.EPOLLIN | select.EPOLLRDHUP | select.EPOLLHUP)
    other = select.epoll.fromfd(os.dup(poller.fileno()))
    print(type(other), len(other.poll()))
    other.close()
print(poller.closed, poller.close())
right.close()
