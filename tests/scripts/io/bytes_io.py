# io.BytesIO: positions, overwriting, truncating, reading and its errors.
import io


def attempt(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


f = io.BytesIO()
print(f.write(b"one\ntwo"), f.write(b""), f.write(b"\nthree"), f.tell(), f.getvalue())
print(f.seek(0), f.read(2), f.read(0), f.readline(), f.readline(2), f.read(), f.read(), f.readline(), f.read1(), f.read1(3))
print(f.seek(1), f.write(b"XYZ"), f.tell(), f.getvalue())
print(f.seek(-3, 2), f.read(), f.seek(-2, 1), f.read1(1), f.seek(-100, 1), f.seek(-100, 2), f.seek(5, 2))
print(f.read(), f.write(b"end"), f.getvalue(), f.tell())
print(f.truncate(5), f.tell(), f.getvalue(), f.write(b"!"), f.getvalue())
print(f.seek(3), f.truncate(), f.getvalue(), f.truncate(100), f.getvalue(), f.truncate(None))
f = io.BytesIO(b"a\nbb\n\nccc")
print(list(f), f.readlines())
for hint in (None, -1, 0, 1, 2, 5, 100):
    f.seek(0)
    print(hint, f.readlines(hint), f.tell())
f.seek(0)
print(next(f), f.readline(None), attempt(f.readline, "x"), attempt(f.readlines, "x"), attempt(f.read, 1.5))
f.seek(0)
f.writelines([b"1", b"2\n"])
f.writelines(bytes([n]) for n in range(3))
print(f.getvalue(), f.tell())
f = io.BytesIO(b"initial")
f.write(b"X")
print(f.getvalue(), io.BytesIO(None).getvalue(), io.BytesIO(initial_bytes=b"k").read())
for bad in ("x", 5, None):
    print(attempt(f.write, bad), attempt(f.writelines, [bad]))
print(attempt(io.BytesIO, "x"), attempt(io.BytesIO, 5), attempt(f.writelines, 5), attempt(f.readinto, b"x"))
print(attempt(f.seek, -1), attempt(f.seek, 0, 3), attempt(f.seek, 2**63 - 1, 1), attempt(f.seek, "x"))
print(attempt(f.truncate, -1), attempt(f.truncate, "1"), attempt(f.fileno), attempt(f.detach), f.isatty(), f.flush())
print(f.readable(), f.writable(), f.seekable(), f.closed, type(f), isinstance(f, io.BufferedIOBase), isinstance(f, io.IOBase))
with f:
    pass
print(f.closed, f.close())
for name, args in dict(read=(), readline=(), readlines=(), write=(b"x",), writelines=([],), seek=(0,), tell=(), truncate=(),
                       getvalue=(), readable=(), writable=(), seekable=(), isatty=(), flush=(), __enter__=(),
                       __next__=()).items():
    print(name, attempt(getattr(f, name), *args))
print(attempt(f.write, "x"))


class Counted(io.BytesIO):
    total = 0

    def write(self, data):
        self.total += len(data)
        return super().write(data)


f = Counted()
f.write(b"abc")
f.write(b"de")
f.name = "x"
print(f.total, f.getvalue(), f.name)
big = io.BytesIO()
for i in range(3000):
    big.write(b"%d," % i)
big.seek(0)
print(len(big.getvalue()), sum(map(int, big.read().split(b",")[:-1])))
