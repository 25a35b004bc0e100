# since 3.14
def show(*sources):
    for source in sources:
        try:
            compile(source, "<test>", "exec")
            print(source, "is fine")
        except SyntaxError as error:
            print(repr(source), error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset), sep=": ")


for target in "e.x", "e[0]", "f()", "1", "(e)", "[e]", "e + x", "None":
    show(f"try: pass\nexcept A as {target}: pass")
show("try: pass\nexcept* A as e.x: pass", "try: pass\nexcept (A, B) as e.x: pass", "try: pass\nexcept A as e x: pass")
show("try: pass\nexcept A, B as e: pass", "try: pass\nexcept* A, (B, C) as e: pass", "try: pass\nexcept A, B: pass")
