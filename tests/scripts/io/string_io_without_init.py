import io


def attempt(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


raw = io.StringIO.__new__(io.StringIO)
print(attempt(raw.read), attempt(raw.write, "x"), attempt(lambda: raw.closed))
raw.__init__("x")
print(raw.read())
raw.__init__("y", None)
print(raw.read())
