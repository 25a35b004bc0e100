# Subclasses of io.StringIO see the calls that files make of one another; print() and others write to either.
import contextlib
import io
import json
import sys
import traceback


class Loud(io.StringIO):
    def __init__(self, *args):
        super().__init__(*args)
        self.calls = []

    def write(self, text):
        self.calls.append(text)
        return super().write(text.upper())

    def readline(self, size=-1):
        line = super().readline(size)
        return line and "> " + line

    def close(self):
        print("closing", self.getvalue())
        super().close()


with Loud() as f:
    print("a", 1, sep="-", file=f)
    f.writelines(["x\n", "y"])
    print(f.calls, f.getvalue())
    f.seek(0)
    print(list(f), f.read())
    f.seek(0)
    print(f.readlines(), f.closed)
print(f.closed)


class Odd(io.StringIO):
    def readline(self):
        return 5


try:
    list(Odd("x"))
except OSError as error:
    print(error)

f = io.StringIO()
print(1, "é", [2], None, sep="|", end="$", file=f)
print(file=f)
print("flushed", file=f, flush=True)
print(repr(f.getvalue()))
seen = []
f.write = lambda text: seen.append(text)
f.name = "named"
print("p", "q", file=f)
print(seen, f.name, len(f.getvalue()), sorted(f.__dict__))


class Writes:
    def __str__(self):
        f.close()
        return "text"


f = io.StringIO()
try:
    print("before", Writes(), file=f)
except ValueError as error:
    print(error)
for wrong in (io.BytesIO(), 5):
    try:
        print("x", file=wrong)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

f = io.StringIO()
json.dump({"a": [1, "é"]}, f)
print(f.getvalue(), json.load(io.StringIO('{"b": 2}')))
with contextlib.redirect_stdout(io.StringIO()) as f:
    print("caught")
    sys.stdout.write("too")
print(repr(f.getvalue()))
try:
    1 / 0
except ZeroDivisionError:
    f = io.StringIO()
    traceback.print_exc(file=f)
    print(f.getvalue().splitlines()[-1])
print(repr(io.StringIO).replace("class ", ""), io.StringIO.__mro__[0].__name__, issubclass(io.StringIO, io.TextIOBase))
print(issubclass(io.BytesIO, io.BufferedIOBase), issubclass(io.BytesIO, io.TextIOBase), issubclass(Loud, io.TextIOBase))
try:
    io.StringIO.extra = 1
except TypeError as error:
    print(error)
