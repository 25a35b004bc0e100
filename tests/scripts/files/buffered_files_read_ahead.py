# BufferedReader and BufferedRandom keep what the raw file gave; positions are those of the reader.
import io
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
with open(name, "wb") as file:
    file.write(bytes(range(65, 91)) * 3 + b"\n" + b"last")

for size in (1, 5, 16, 100):
    file = io.BufferedReader(io.FileIO(name), size)
    print(file.read(3), file.tell(), len(file.peek()) > 0, file.read1(2), file.tell(), file.seek(4, 1), file.read(7))
    memory = io.BytesIO(b"." * 9)
    view = memory.getbuffer()
    print(file.readinto(view), bytes(view), file.tell(), file.readline(4), file.seek(-6, 2), file.readlines(), file.read(), file.read1())
    view.release()
    print(file.seek(60), len(file.read()), file.seek(2), file.seek(0, 1), file.read(0), file.read(1))

file = open(name, "rb+", buffering=8)
print(file.read(4), file.write(b"----"), file.tell(), file.read(4), file.seek(0), file.read(14))
print(file.seek(2), file.write(b"0123456789" * 3), file.seek(0), file.read(40), file.tell())
print(file.seek(30), file.peek(1)[:1], file.truncate(), file.seek(0, 2), file.write(b"end"), file.tell())
file.close()
print(open(name, "rb").read())

file = open(name, "wb", buffering=4)
print([(file.write(part), file.tell(), os.path.getsize(name) <= file.tell()) for part in (b"ab", b"cd", b"ef", b"ghijklmno", b"")])
raw = file.raw
print(file.detach() is raw, raw.closed, open(name, "rb").read())
raw.close()


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(file.write, b"x")
attempt(io.BufferedWriter, io.FileIO(name))
attempt(io.BufferedReader, io.FileIO(name, "a"))
attempt(io.BufferedRandom, io.FileIO(name))
attempt(io.BufferedReader, io.FileIO(name), 0)
attempt(open(name, "rb").read, -2)
attempt(open(name, "rb").write, b"x")
attempt(open(name, "rb").seek, 0, 7)
attempt(open(name, "ab").read)
attempt(open(name, "ab").write, "x")
closed = open(name, "rb")
closed.close()
for method in ("read", "read1", "peek", "readline", "tell", "flush", "readable", "__next__", "truncate"):
    attempt(getattr(closed, method))
os.remove(name)
