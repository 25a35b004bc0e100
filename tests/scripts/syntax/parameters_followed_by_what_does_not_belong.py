for source in (
    "def f(a=1, b): pass",
    "def f(a=1, b c): pass",
    "def f(a=1, b: int 2): pass",
    "lambda a=1, b: 0",
    "lambda a=1, b c: 0",
    "def f(*): pass",
    "def f(*:",
    "lambda *: 0",
):
    try:
        compile(source, "f.py", "exec")
    except SyntaxError as error:
        print(error.msg, error.offset, error.end_offset)
