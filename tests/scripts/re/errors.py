# Wrong patterns and templates are told by message and position.
import re

for pattern in ["(", ")", "[", "[a", "*", "a**", "a{2,1}", "(?P<", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", "(?P=x)", "(?z)", "(?<x)", "\\",
                "\\q", "\\1", "(\\1)", "[z-a]", "[\\d-z]", "(?<=a*)", "a(?i)", "(?i-i:x)", "(?(1)a|b|c)", "(?(2)a)", "(?#", "\\x1",
                "\\u12", "(?-u:x)", "x\n(y\n[", "(?:", "(?P", "\\400"]:
    try:
        re.compile(pattern)
    except re.error as error:
        print(repr(pattern), "|", error, "|", error.msg, error.pos, error.lineno, error.colno)
for template in [r"\2", r"\g<x", r"\g<x y>", r"\q", "\\", r"\g<2>", r"\g", r"\400", r"\g<>"]:
    try:
        re.sub("(a)", template, "a")
    except re.error as error:
        print(repr(template), "|", error)
try:
    re.sub("(a)", r"\g<x>", "a")
except IndexError as error:
    print(error)
for function in [lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 1), lambda: re.compile(1),
                 lambda: re.compile(re.compile("a"), re.I), lambda: re.compile("a", re.L), lambda: re.compile(b"a", re.U),
                 lambda: re.sub("a", lambda m: 1, "ba"), lambda: re.compile("a", re.A | re.U)]:
    try:
        function()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(re.error is re.PatternError, issubclass(re.error, Exception), re.error.__module__)
