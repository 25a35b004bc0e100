# compile() checks flags and optimize; optimize leaves out assert statements and docstrings.
for arguments in [
    dict(flags=1), dict(flags=-1), dict(flags=0x2000000), dict(optimize=3), dict(optimize=-2), dict(flags="a"),
    dict(flags=1.5), dict(optimize=None),
]:
    try:
        compile("x", "f", "eval", **arguments)
    except (ValueError, TypeError) as error:
        print(arguments, type(error).__name__, error)
for mode in ["func_type", "x", ""]:
    try:
        compile("x", "f", mode)
    except ValueError as error:
        print(error)
source = '"module doc"\nassert 0\nx = __debug__\ndef f():\n    "doc"\nclass C:\n    "doc"\n'
for level in [1, 2]:
    names = {}
    exec(compile(source, "f", "exec", optimize=level), names)
    print(level, names["x"], names.get("__doc__"), names["f"].__doc__, names["C"].__doc__)
