# Buffers and text over raw files that a script makes: each layer calls the methods of the one below.
import io


class Source(io.RawIOBase):
    def __init__(self, data, step):
        self.data, self.step, self.at = data, step, 0

    def readable(self):
        return True

    def readinto(self, buffer):
        part = self.data[self.at : self.at + min(self.step, len(buffer))]
        buffer[: len(part)] = part
        self.at += len(part)
        return len(part)


class Sink(io.RawIOBase):
    def __init__(self, step):
        self.parts, self.step = [], step

    def writable(self):
        return True

    def write(self, data):
        self.parts.append(bytes(data[: self.step]))
        return len(self.parts[-1])


data = "first\r\nsécond\nthird €".encode()
source = Source(data, 3)
print(source.read(2), source.read(9), source.readall(), source.read())
print(Source(data, 4).readline(), Source(data, 4).readlines(), list(Source(data, 100)))
for step in (1, 3, 100):
    reader = io.BufferedReader(Source(data, step), 8)
    print(reader.read(4), reader.peek(), reader.read1(), reader.readline(), reader.read())
    print(list(io.TextIOWrapper(io.BufferedReader(Source(data, step)), "utf-8")))
sink = Sink(4)
writer = io.BufferedWriter(sink, 8)
print(writer.write(b"abc"), sink.parts, writer.write(b"defghij"), sink.parts, writer.flush(), sink.parts)
text = io.TextIOWrapper(writer, "utf-8", line_buffering=True)
print(text.write("é"), sink.parts[-1], text.write("\n"), sink.parts[-1], text.seekable(), text.fileno if False else None)
text.close()
print(sink.closed, writer.closed, text.closed)
try:
    sink.write(b"")
    io.BufferedWriter(Source(data, 1))
except ValueError as error:
    print(type(error).__name__, error)


class Shouting(io.TextIOWrapper):
    def write(self, text):
        return super().write(text.upper())

    def readline(self, size=-1):
        return super().readline(size).rstrip()


memory = io.BytesIO(b"a\nb\n\nc")
file = Shouting(memory, "utf-8")
print(list(file), file.name if hasattr(file, "name") else "no name", repr(file))
file.writelines(["x\n", "y"])
print("printed", file=file)
file.flush()
print(memory.getvalue(), isinstance(file, io.TextIOBase), Shouting.__mro__[1:])


class Counting(io.BufferedReader):
    def read(self, size=-1):
        print("read", size)
        return super().read(size)

    def read1(self, size=-1):
        print("read1", size)
        return super().read1(size)


print(io.TextIOWrapper(Counting(Source(b"text", 9)), "utf-8").read())
print(io.TextIOWrapper(Counting(Source(b"text", 9)), "utf-8").readline())


class Bad(io.RawIOBase):
    answer = None

    def readable(self):
        return True

    def readinto(self, buffer):
        return self.answer


for answer in (None, 99999999, -1, "x"):
    bad = Bad()
    bad.answer = answer
    try:
        print(io.BufferedReader(bad).read(5))
    except Exception as error:
        print(type(error).__name__)
