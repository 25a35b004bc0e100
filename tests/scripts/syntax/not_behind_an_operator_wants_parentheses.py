# since 3.14
def show(*sources):
    for source in sources:
        try:
            compile(source, "<test>", "exec")
            print(source, "is fine")
        except SyntaxError as error:
            print(repr(source), error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset), sep=": ")


show("x = 1 + not 2", "x = a @ not b.c", "x = a // not not b", "x = a + not b < c", "f(1 - not 2)")
show("x = -not 1", "x = a.b(~not 1)", "x = 1 + -not 2")
show("x = 1 ** not 2", "x = 1 | not 2", "x = 1 < not 2", "x = 1 + not")
