# Encodings with a byte order mark: it is written where the file begins, and only there.
import io
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
for encoding in ("utf-8-sig", "utf-16", "utf-32"):
    with open(name, "w", encoding=encoding) as file:
        print(file.write("é"), file.write("x"), end=" ")
    with open(name, "a", encoding=encoding) as file:
        file.write("€\n")
    print(open(name, "rb").read())
    with open(name, encoding=encoding) as file:
        print(repr(file.read()), repr(file.read()), file.seek(0), repr(file.readline()))
    with open(name, "r+", encoding=encoding) as file:
        file.seek(0)
        file.write("AB")
    print(repr(open(name, encoding=encoding).read()))
for data in (b"a\0b\0", b"\xfe\xff\0a\0\n\0b", b"\xff\xfea\0\n\0b\0", b"\xff", b""):
    try:
        print(io.TextIOWrapper(io.BytesIO(data), "utf-16").readlines())
    except UnicodeError as error:
        print(type(error).__name__, error)
print(io.TextIOWrapper(io.BytesIO(b"no mark"), "utf-8-sig").read(), io.TextIOWrapper(io.BytesIO(b"\xef\xbb"), "utf-8-sig", "replace").read())
os.remove(name)
