# A socket that was not closed is, with a ResourceWarning.
import gc
import os
import socket
import warnings

left, right = socket.socketpair()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    fd = left.fileno()
    del left
    gc.collect()
text = str(caught[0].message).replace(f"fd={fd}", "fd=N")
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
