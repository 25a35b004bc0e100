# The abstract classes of io: what they do by other methods, and what they refuse.
import io


def attempt(label, function, *args):
    try:
        print(label, function(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


for cls in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
    file = cls()
    print(cls.__name__, cls.__module__, [base.__name__ for base in cls.__mro__], file.closed)
    for method, *args in (("read",), ("readall",), ("write", b"x"), ("read1",), ("detach",), ("readline",), ("seek", 0), ("tell",),
                          ("truncate",), ("fileno",), ("flush",), ("isatty",), ("readable",), ("writelines", [b"x"]), ("close",),
                          ("close",), ("flush",), ("isatty",), ("__iter__",), ("writelines", [])):
        if hasattr(file, method):
            attempt(method, getattr(file, method), *args)
    print(file.closed)
for cls in (io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair, io.BytesIO, io.StringIO,
            io.TextIOWrapper):
    print([base.__name__ for base in cls.__mro__], cls.__module__,
          [issubclass(cls, base) for base in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase)])


class Lines(io.IOBase):
    def __init__(self, data):
        self.data = data

    def read(self, size):
        part, self.data = self.data[:size], self.data[size:]
        return part

    def close(self):
        print("closing")
        super().close()


with Lines(b"one\ntwo\nthree") as file:
    print(file.readline(2), file.readline(), next(file), list(file), file.readlines())
lines = Lines(b"a\nb\nc\n")
print(file.closed, lines.readlines(3))
lines.close()
