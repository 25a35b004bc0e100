# newline= says which line ends are known, and what becomes of them.
import io
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
text = "one\ntwo\r\nthree\rfour\r\r\n\nend"
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(name, "wb") as file:
        file.write(text.encode())
    with open(name, newline=newline) as file:
        print(repr(newline), file.newlines, file.readlines(), file.newlines)
    with open(name, newline=newline) as file:
        print(repr(file.read(4)), repr(file.readline(3)), repr(file.readline(6)), repr(file.read()))
    for size in (1, 2, 3, 5):
        file = io.TextIOWrapper(io.BufferedReader(io.FileIO(name), size), newline=newline)
        file._CHUNK_SIZE = size
        lines = list(file)
        file.seek(0)
        parts = []
        while part := file.read(2):
            parts.append(part)
        print(size, lines == open(name, newline=newline).readlines(), "".join(parts) == "".join(lines))
    with open(name, "w", newline=newline) as file:
        print(file.write("a\nb\r\nc\rd"), file.writelines(["\n", "x\n"]))
    print(open(name, "rb").read())
try:
    open(name, newline="x")
except ValueError as error:
    print(error)
os.remove(name)
