import io


def attempt(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


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
