import io


def attempt(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


f = io.StringIO()
for bad in (1, b"x", None):
    print(attempt(f.write, bad), attempt(f.writelines, [bad]))
print(attempt(f.writelines, 5), attempt(f.read, "1"), attempt(f.read, 1.5), attempt(f.readline, "x"))
print(attempt(f.seek, -1), attempt(f.seek, 0, 3), attempt(f.seek, 1, 1), attempt(f.seek, 1, 2), attempt(f.seek, "1"))
print(attempt(f.truncate, -1), attempt(f.truncate, "1"), attempt(f.fileno), attempt(f.detach), f.isatty(), f.flush())
print(attempt(io.StringIO, 5), attempt(io.StringIO, b"x"), attempt(io.StringIO, "", 5), attempt(io.StringIO, "", "x"))
print(f.readable(), f.writable(), f.seekable(), f.closed, f.encoding, f.errors, f.line_buffering, f.newlines)
print(isinstance(f, io.TextIOBase), isinstance(f, io.IOBase), isinstance(f, io.RawIOBase), type(f))
