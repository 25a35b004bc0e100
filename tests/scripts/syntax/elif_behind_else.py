# since 3.14
def show(*sources):
    for source in sources:
        try:
            compile(source, "<test>", "exec")
            print(source, "is fine")
        except SyntaxError as error:
            print(repr(source), error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset), sep=": ")


show("if 1: pass\nelse: pass\nelif 1: pass", "if 1: pass\nelse:\n pass\nelif x", "while 1: pass\nelse: pass\nelif 1: pass")
show("if 1:\n if 2: pass\n else: pass\n elif 3: pass", "try: pass\nelse: pass\nelif 1: pass", "elif 1: pass")
