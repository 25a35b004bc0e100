import io


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


print(repr(io.StringIO).replace("class ", ""), io.StringIO.__mro__[0].__name__, issubclass(io.StringIO, io.TextIOBase))
print(issubclass(io.BytesIO, io.BufferedIOBase), issubclass(io.BytesIO, io.TextIOBase), issubclass(Loud, io.TextIOBase))
try:
    io.StringIO.extra = 1
except TypeError as error:
    print(error)
