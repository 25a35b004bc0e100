import io


def attempt(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


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
