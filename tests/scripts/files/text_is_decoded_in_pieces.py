# Characters that lie across the pieces in which a file is read come out whole, and so do errors.
import io
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
for character in ("é", "€", "😀"):
    for before in range(8188, 8194):
        text = "x" * before + character * 3000 + "\nend"
        with open(name, "w") as file:
            file.write(text)
        with open(name) as file:
            if file.readline() + file.readline() != text:
                print("wrong", character, before)
        with open(name) as file:
            if "".join(iter(lambda: file.read(1000), "")) != text:
                print("wrong", character, before)
        with open(name) as file:
            if file.read() != text:
                print("wrong", character, before)
for size in (1, 2, 3):
    for data in (b"ab\xc3", b"\xe2\x82", b"\xe2\x28\xa1", b"a\xf0\x9f\x98\x80b", b"\xff\xfe", b"\xed\xa0\x80", b"\xc3\xa9\xa9"):
        for errors in ("strict", "replace", "ignore", "surrogateescape", "backslashreplace"):
            file = io.TextIOWrapper(io.BytesIO(data), "utf-8", errors)
            file._CHUNK_SIZE = size
            try:
                print(ascii("".join(iter(lambda: file.read(1), ""))), end=" ")
            except UnicodeDecodeError as error:
                print(error.reason, end=" ")
        print()
os.remove(name)
