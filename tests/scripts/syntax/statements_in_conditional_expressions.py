# since 3.14
def show(*sources):
    for source in sources:
        try:
            compile(source, "<test>", "exec")
            print(source, "is fine")
        except SyntaxError as error:
            print(repr(source), error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset), sep=": ")


for statement in "pass", "return 1", "raise", "del x", "import a", "yield 3", "while 1", "if", "":
    show(f"x = 1 if 2 else {statement}")
show("(1 if 2 else pass)", "x = 1 if 2 else 3 if 4 else break")
show("x = pass if 2 else 3", "pass if 2 else 3", "f(continue if 2 else 3)", "break if 1 else pass")
show("pass if 2", "x = pass if 2", "x = pass if 2 else", "return if 1 else 2")
