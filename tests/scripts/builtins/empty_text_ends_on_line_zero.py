# since 3.14
for text in ("", "  \t"):
    try:
        eval(text)
    except SyntaxError as error:
        print(error, error.args)
for mode in ("eval", "exec"):
    try:
        print(compile("", "file", mode) is None)
    except SyntaxError as error:
        print(error, error.args)
