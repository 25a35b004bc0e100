# select(): the keys of what is ready, with the events.
import selectors
import socket

for cls in selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector:
    left, right = socket.socketpair()
    with cls() as selector:
        print(selector.select(0), selector.select(-1), selector.select(0.001))
        selector.register(left, selectors.EVENT_READ | selectors.EVENT_WRITE, "left")
        selector.register(right, selectors.EVENT_READ, "right")
        print([(key.data, events) for key, events in selector.select()])
        right.send(b"x")
        print([(key.data, events, key.fileobj is left) for key, events in selector.select(1)])
        selector.modify(left, selectors.EVENT_READ, "left")
        left.send(b"y")
        print(sorted((key.data, events) for key, events in selector.select()))
        selector.unregister(left)
        left.close()
        print([(key.data, events) for key, events in selector.select(None)])
    right.close()
