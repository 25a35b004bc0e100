# since 3.14
def show(*sources):
    for source in sources:
        try:
            compile(source, "<test>", "exec")
            print(source, "is fine")
        except SyntaxError as error:
            print(repr(source), error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset), sep=": ")


for target in "b.c", "f()", "2", "(b)", "b.c | d", "None", "_", "b | c", "b c", "b if c d":
    show(f"match x:\n case a as {target}: pass")
show("match x:\n case [1 as 2]: pass", "match x:\n case {1: x as y.z}: pass", "match x:\n case C(k=x as y.z): pass")
