# Modes that makefile() refuses, directions that a file lacks, and a reader that timed out.
import socket

left, right = socket.socketpair()
for mode, buffering in ("x", -1), ("r+", -1), ("r", 0), ("rt", -1):
    try:
        left.makefile(mode, buffering)
    except ValueError as problem:
        print(problem)
reader = left.makefile("rb", 0)
writer = left.makefile("wb", 0)
for call in (lambda: reader.write(b"x"), lambda: writer.read(1)):
    try:
        call()
    except OSError as problem:
        print(type(problem).__name__, problem)
left.settimeout(0.01)
for _ in range(2):
    try:
        reader.read(1)
    except OSError as problem:
        print(type(problem).__name__, problem)
left.setblocking(False)
again = left.makefile("rb", 0)
print(again.read(1))
for end in reader, writer, again, left, right:
    end.close()
