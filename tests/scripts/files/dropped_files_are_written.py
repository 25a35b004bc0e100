# A file that was dropped without close() is written out before anybody can look, and so is one that is open at the end.
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
open(name, "w").write("dropped")
print(open(name).read())


def append(text):
    file = open(name, "a")
    file.write(text)


append(" text")
append(" é")
print(open(name).read(), os.path.getsize(name))
open(name, "wb").write(b"bytes")
print(open(name, "rb").read())
os.remove(name)
