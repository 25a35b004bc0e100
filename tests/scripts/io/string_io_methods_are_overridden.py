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


with Loud() as f:
    print("a", 1, sep="-", file=f)
    f.writelines(["x\n", "y"])
    print(f.calls, f.getvalue())
    f.seek(0)
    print(list(f), f.read())
    f.seek(0)
    print(f.readlines(), f.closed)
print(f.closed)
