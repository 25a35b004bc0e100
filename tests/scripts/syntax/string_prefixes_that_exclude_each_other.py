# since 3.14
def show(*sources):
    for source in sources:
        try:
            compile(source, "<test>", "exec")
            print(source, "is fine")
        except SyntaxError as error:
            print(repr(source), error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset), sep=": ")


for prefix in "bu", "Ur", "uf", "ut", "BF", "tb", "ft", "fbr", "urb", "bb", "rr", "fbx", "abc":
    show(f"x = f({prefix}'a')")
show("uB'x", "x ub'a'", "t'{x}' 'a'", "'a' b'b'")
