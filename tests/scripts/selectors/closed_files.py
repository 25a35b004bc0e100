# A file that was closed while it was registered can still be forgotten.
import selectors
import socket

for cls in selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector:
    with cls() as selector:
        left, right = socket.socketpair()
        selector.register(left, selectors.EVENT_READ)
        left.close()
        print(selector.unregister(left).fileobj is left, len(selector.get_map()))
        try:
            selector.unregister(left)
        except ValueError as problem:
            print(str(problem).startswith("Invalid file "))
        right.close()
try:
    selectors.BaseSelector()
except TypeError as problem:
    print(problem)
