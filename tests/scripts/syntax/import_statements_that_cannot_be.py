# since 3.14
# What is said about them, and where.
for s in ("import\n", "from import\n", "from a import\n", "from . import\n", "from .a import\n", "from a b import\n", "from a.b import\n", "from a. import\n", "x = import\n", "if 1: import\n", "from ... import\n", "from a import ()\n", "from a import (\n)\n", "import #c\n", "from __future__ import x\n", "from __future__ import annotations, x\n", "from __future__ import (annotations,\n  y)\n", "from __future__ import braces\n", "from __future__ import annotations as b, braces\n", "x = 1\nfrom __future__ import annotations\n", "f(); from a import", "import a.\n", "import a.b.\n", "from a import b,\n", "from a import b.c\n", "from 3 import\n", "from a import b, import\n", "print import\n", "import import\n", "from import import\n", "import a import\n"):
    try: compile(s, "f", "exec")
    except SyntaxError as e: print(repr(s), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else: print(repr(s), "ok")
