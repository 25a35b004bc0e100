# since 3.14
# Calling, subscripting or comparing by identity what cannot work is warned of at compile time.
import warnings

SOURCES = [
    "1()", "(1, 2)()", "[1](2)", "{}()", "{1}()", "{1}[0]", "(x for x in y)[1]", "(lambda: 1)[0]", "(lambda: 1)()",
    "'a'['b']", "'a'[1:2]", "b'a'[1.5]", "(1, 2)[None]", "[x for x in y]['a']", "{1: 2}['a']", "f'{x}'()", "None[0]",
    "f'{x}'['a']", "...[0]", "True()", "1.5[0]", "'a'['b'] = 3", "1[0] += 1", "'a'[lambda: 1]", "'a'[True]",
    "'a'[(1, 2)]", "1 is x", "x is not 'a'", "x is ()", "x is None", "a is b is 3", "assert (1, 'x')", "assert ()",
    "@1()\ndef f(): pass", "def f(a=1()): pass", "if 0: 1()", "'\\d'", "'\\777'", "b'\\d'", "'''a\n\\d'''",
]


def said(source, action):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter(action)
        try:
            compile(source, "source", "exec")
        except SyntaxError as error:
            return f"{error.msg} {error.lineno}"
    return [f"{item.category.__name__}: {item.message} {item.filename} {item.lineno}" for item in found]


for source in SOURCES:
    print(repr(source), said(source, "always"), said(source, "error"))
