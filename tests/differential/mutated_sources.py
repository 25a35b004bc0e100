# SPDX-License-Identifier: MIT
#
# MutatedSources: a program that compiles statements of the script tests after small damage, and prints what the
# compiler says to each: nothing, warnings, or the error and where it begins. One of its lines is one source.
import ast
import pathlib
import random
import re

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = 200  # of a program

# What stands for a token here: damage need not respect the language's own.
_PART = re.compile(r"\s+|[A-Za-z_]\w*|\d[\w.]*|\"[^\"\n]*\"|'[^'\n]*'|\*\*|//|->|:=|[<>!=]=|.")
_INSERTED = """
    ( ) [ ] { } : , . ; = == := -> * ** + - / // % @ ~ ! != < > & | ^ ... 0 1 1.5 0x 1_ 'a' "b" f'{x}' b'c' x _ \\
    # and as assert async await break case class continue def del elif else except finally for from global if
    import in is lambda match nonlocal not or pass raise return try type while with yield None True False print
""".split()

_DRIVER = '''
import warnings


def said(error):
    return f"{type(error).__name__}: {error.msg} {[error.lineno, error.offset, error.end_lineno]}"


for number, source in enumerate(sources):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            compile(source, "source", "exec")
            result = "fine"
        except SyntaxError as error:
            result = said(error)
        except (ValueError, OverflowError, MemoryError, RecursionError) as error:
            result = f"{type(error).__name__}: {error}"
    print(number, result, *(f"{item.category.__name__}: {item.message} {item.lineno}" for item in found))
'''


def _statements():
    """The top-level statements of the script tests, each a source of its own."""
    statements = []
    for path in sorted((HERE.parent / "scripts").rglob("*.py")):
        text = path.read_text(encoding="utf-8", errors="replace")
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            continue
        lines = text.split("\n")
        for statement in tree.body:
            if statement.end_lineno - statement.lineno < 25:
                statements.append("\n".join(lines[statement.lineno - 1 : statement.end_lineno]))
    return statements


class MutatedSources:
    """A program for the seed. Statements of the tests are its material, so its text changes when they do."""

    statements = None

    def __init__(self, seed):
        if MutatedSources.statements is None:
            MutatedSources.statements = _statements()
        self.random = random.Random(seed)
        self.sources = [self._damaged(self.random.choice(self.statements)) for _ in range(SOURCES)]

    def text(self):
        return "sources = [\n" + "".join(f"    {source!r},\n" for source in self.sources) + "]\n" + _DRIVER

    def _damaged(self, source):
        parts = _PART.findall(source)
        for _ in range(self.random.choice((1, 1, 1, 2))):
            self.random.choice((self._delete, self._double, self._swap, self._insert, self._replace, self._cut))(parts)
        return "".join(parts) + "\n"

    def _place(self, parts):
        """The index of a part that is no space, mostly."""
        for _ in range(5):
            index = self.random.randrange(len(parts))
            if not parts[index].isspace():
                break
        return index

    def _delete(self, parts):
        if len(parts) > 1:
            del parts[self._place(parts)]

    def _double(self, parts):
        index = self._place(parts)
        parts.insert(index, parts[index])

    def _swap(self, parts):
        one, other = self._place(parts), self._place(parts)
        parts[one], parts[other] = parts[other], parts[one]

    def _insert(self, parts):
        parts.insert(self._place(parts), self.random.choice((" {} ", "{}")).format(self.random.choice(_INSERTED)))

    def _replace(self, parts):
        parts[self._place(parts)] = self.random.choice(_INSERTED)

    def _cut(self, parts):
        del parts[max(1, self._place(parts)) :]
