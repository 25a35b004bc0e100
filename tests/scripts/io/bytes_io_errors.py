import io


def attempt(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


f = io.BytesIO(b"initial")
f.write(b"X")
for bad in ("x", 5, None):
    print(attempt(f.write, bad), attempt(f.writelines, [bad]))
print(attempt(io.BytesIO, "x"), attempt(io.BytesIO, 5), attempt(f.writelines, 5), attempt(f.readinto, b"x"))
print(attempt(f.seek, -1), attempt(f.seek, 0, 3), attempt(f.seek, 2**63 - 1, 1), attempt(f.seek, "x"))
print(attempt(f.truncate, -1), attempt(f.truncate, "1"), attempt(f.fileno), attempt(f.detach), f.isatty(), f.flush())
print(f.readable(), f.writable(), f.seekable(), f.closed, type(f), isinstance(f, io.BufferedIOBase), isinstance(f, io.IOBase))
