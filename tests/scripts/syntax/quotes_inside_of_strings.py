# since 3.14
for source in (
    'x = "say "hello" to them"',
    'f("a" b c "d")',
    '"a" 1 "b"',
    'f(x, "a" (b) "c", 3)',
    'f("a" -b b"c")',
    'print "a" b "c"',
    'f(x "a" b "c")',
    # Otherwise a comma is missing, or more is wrong.
    'f("a" b)',
    'f("a" b, "c")',
    'f("a" "b" c "d")',
    'f("a" b f"c")',
    'f(x y, "a" b "c")',
    '"a" continue "c"',
    '[x for x in "a" b "c"]',
):
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(source, "->", error.msg, [error.lineno, error.offset, error.end_lineno, error.end_offset])
