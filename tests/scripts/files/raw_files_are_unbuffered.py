# FileIO makes one system call per operation: another file sees at once what was written.
import io
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
file = io.FileIO(name, "w+")
print(file.write(b"one\ntwo\n"), file.tell(), open(name, "rb").read())
print(file.seek(0), file.read(2), file.readall(), file.read(), file.seek(-4, 2), file.readline(), file.readlines())
memory = io.BytesIO(b"....")
view = memory.getbuffer()
print(file.seek(0), file.readinto(view), bytes(view))
view.release()
print(file.seek(3), file.truncate(), file.truncate(6), open(name, "rb").read())
print(repr(file).replace(name, "NAME"), file.mode, file.closefd, file.seekable(), file.isatty(), file.closed)
file.close()
print(repr(file), file.closed, file.close())


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, str(error).replace(name, "NAME"))


for method in ("read", "readall", "tell", "fileno", "flush", "seekable", "__enter__", "readlines"):
    attempt(getattr(file, method))
attempt(io.FileIO(name, "r").write, b"x")
attempt(io.FileIO(name, "a").read)
attempt(io.FileIO(name, "w").write, "text")
for mode in ("q", "", "rw", "r++", "rt"):
    attempt(io.FileIO, name, mode)
attempt(io.FileIO, name, "x")
attempt(io.FileIO, -5)
attempt(io.FileIO, name, closefd=False)
attempt(io.FileIO, name, opener=lambda path, flags: -1)
attempt(io.FileIO, name + "/none")
attempt(io.FileIO, name.encode() + b"none")
attempt(io.FileIO, "/")
with io.FileIO(name, opener=lambda path, flags: os.open(path, flags)) as file:
    print(file.name == name, file.mode)
os.remove(name)
