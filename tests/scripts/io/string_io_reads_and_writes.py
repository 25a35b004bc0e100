# io.StringIO: positions, overwriting, truncating and reading, in ASCII and in text of several bytes per character.
import io


def attempt(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for words in (("line one\n", "two", "\n", "three"), ("größe\n", "日本", "\n", "a😀b")):
    f = io.StringIO()
    print([f.write(w) for w in words], f.tell(), repr(f.getvalue()))
    print(f.seek(0), repr(f.read(3)), f.tell(), repr(f.read(0)), repr(f.readline()), f.tell(), repr(f.read()), repr(f.read()))
    print(f.seek(2), f.write("XY"), f.tell(), repr(f.getvalue()))
    print(f.seek(3), f.write("ü😀"), f.tell(), repr(f.getvalue()), repr(f.read(2)))
    print(f.seek(4), f.write("abcdefghijklmnopqrstuvwxyz"), f.tell(), repr(f.getvalue()))
    print(f.seek(0, 2), f.seek(0, 1), f.seek(40), repr(f.read()), repr(f.readline()), f.write("end"), repr(f.getvalue()))
    print(f.truncate(5), f.tell(), repr(f.getvalue()), repr(f.read()), f.write("!"), len(f.getvalue()))
    print(f.seek(3), f.truncate(), repr(f.getvalue()), f.truncate(100), repr(f.getvalue()), f.truncate(0), repr(f.getvalue()))
    print(f.write("again"), repr(f.getvalue()))
    f.close()

f = io.StringIO("one\ntwo\n\nfour")
print(list(f), f.readlines(), f.tell())
f.seek(0)
print(f.readlines(5), f.readlines(0), f.tell())
f.seek(0)
print(next(f), f.readline(2), f.readline(0), f.readline(-1), f.readline(None), [line for line in f])
print(attempt(next, f))
f.seek(0)
f.writelines(["1", "2\n", "é"])
f.writelines(c for c in "xyz")
print(repr(f.getvalue()), f.tell())
f = io.StringIO("initial")
f.write("X")
print(f.getvalue(), io.StringIO(None).getvalue() == "", io.StringIO(initial_value="a", newline=None).read())

f = io.StringIO()
for bad in (1, b"x", None):
    print(attempt(f.write, bad), attempt(f.writelines, [bad]))
print(attempt(f.writelines, 5), attempt(f.read, "1"), attempt(f.read, 1.5), attempt(f.readline, "x"))
print(attempt(f.seek, -1), attempt(f.seek, 0, 3), attempt(f.seek, 1, 1), attempt(f.seek, 1, 2), attempt(f.seek, "1"))
print(attempt(f.truncate, -1), attempt(f.truncate, "1"), attempt(f.fileno), attempt(f.detach), f.isatty(), f.flush())
print(attempt(io.StringIO, 5), attempt(io.StringIO, b"x"), attempt(io.StringIO, "", 5), attempt(io.StringIO, "", "x"))
print(f.readable(), f.writable(), f.seekable(), f.closed, f.encoding, f.errors, f.line_buffering, f.newlines)
print(isinstance(f, io.TextIOBase), isinstance(f, io.IOBase), isinstance(f, io.RawIOBase), type(f))

with io.StringIO("text") as f:
    print(f.read())
print(f.closed, f.close())
for name, args in dict(read=(), readline=(), readlines=(), write=("x",), writelines=([],), seek=(0,), tell=(), truncate=(),
                       getvalue=(), readable=(), writable=(), seekable=(), isatty=(), flush=(), __enter__=(), __iter__=(),
                       __next__=()).items():
    print(name, attempt(getattr(f, name), *args))
print(attempt(f.write, 5))
raw = io.StringIO.__new__(io.StringIO)
print(attempt(raw.read), attempt(raw.write, "x"), attempt(lambda: raw.closed))
raw.__init__("x")
print(raw.read())
raw.__init__("y", None)
print(raw.read())
