# since 3.14
def show(*sources):
    for source in sources:
        try:
            compile(source, "<test>", "exec")
            print(source, "is fine")
        except SyntaxError as error:
            print(repr(source), error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset), sep=": ")


show("import a as b.c", "import a.b as c[0], d", "import a as b, c as f()", "import a as (b)", "import a as 1")
show("from a import b as c.d", "from a import (b as c, d as [e])", "from a import b as lambda: 1")
show("import a as b c", "import a as *b", "from a import b as", "import a as b; x.", "import a as b, c as d; y = 1")
