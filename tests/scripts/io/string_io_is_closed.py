import io


def attempt(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


f = io.StringIO()

with io.StringIO("text") as f:
    print(f.read())
print(f.closed, f.close())
for name, args in dict(read=(), readline=(), readlines=(), write=("x",), writelines=([],), seek=(0,), tell=(), truncate=(),
                       getvalue=(), readable=(), writable=(), seekable=(), isatty=(), flush=(), __enter__=(), __iter__=(),
                       __next__=()).items():
    print(name, attempt(getattr(f, name), *args))
print(attempt(f.write, 5))
