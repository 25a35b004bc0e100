# BufferedRWPair: one file for reading and another for writing as one.
import io
import os

reading, writing = os.pipe()
pair = io.BufferedRWPair(io.FileIO(reading), io.FileIO(writing, "w"))
print(pair.write(b"one\ntwo\nthree"), pair.flush(), pair.readline(), pair.peek(), pair.read1(3), pair.read(3))
print(pair.readable(), pair.writable(), pair.seekable(), pair.isatty(), pair.closed)
for method in (pair.tell, pair.detach, pair.fileno):
    try:
        method()
    except OSError as error:
        print(type(error).__name__, error)
pair.close()
print(pair.closed)
try:
    io.BufferedRWPair(io.BytesIO(), 5)
except AttributeError as error:
    print(error)
