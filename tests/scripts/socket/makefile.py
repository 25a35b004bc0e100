# makefile(): buffered, unbuffered, text; the descriptor is closed with the last of them.
import socket

left, right = socket.socketpair()
writer = left.makefile("w", encoding="utf-8", newline="\n")
reader = right.makefile("r", encoding="utf-8")
print(type(writer).__name__, writer.mode, type(reader.buffer).__name__, reader.buffer.raw.mode)
writer.write("grüße\nzwei\n")
writer.flush()
print(repr(reader.readline()), repr(reader.readline()))
raw = right.makefile("rwb", buffering=0)
print(type(raw).__name__, raw.readable(), raw.writable(), raw.seekable(), raw.name == right.fileno())
pair = left.makefile("rwb")
print(type(pair).__name__)
pair.write(b"bytes")
pair.flush()
print(raw.read(5))
left.close()
right.close()
print(left.fileno() >= 0, right.fileno() >= 0)
writer.write("last")
writer.close()
pair.close()
print(left.fileno(), repr(reader.read()))
raw.close()
reader.close()
print(right.fileno(), raw.closed, raw.name)
for call in raw.readable, raw.fileno, lambda: raw.readinto(bytearray(1)), lambda: raw.write(b""):
    try:
        call()
    except ValueError as problem:
        print(problem)
