# A socket that was not closed is, with a ResourceWarning.
import gc
import os
import socket
import warnings

left, right = socket.socketpair()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    del left
    gc.collect()
    [socket.socket().close() for _ in range(10)]
    gc.collect()
text = str(caught[0].message)
text = text.replace(text[text.index("fd="):text.index(",")], "fd=N")
print(len(caught), caught[0].category.__name__, text)
print(right.recv(1))
right.close()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    one = socket.socket()
    one.detach()
    del one
    gc.collect()
print(len(caught))
