# Flags are ints that show their names; patterns have attributes and compare.
import re

print(repr(re.I), repr(re.IGNORECASE | re.MULTILINE), re.I | re.M == 10, int(re.S), repr(re.NOFLAG), repr(re.X & re.X), re.A.name, re.U.value)
print(re.compile("a"), re.compile("a", re.I | re.S), re.compile("(?i)é"), re.compile(b"x"), re.compile("a", re.A))
pattern = re.compile("(?m)(?P<x>a)(b)", re.I)
print(pattern.flags, pattern.groups, dict(pattern.groupindex), pattern.pattern, isinstance(pattern, re.Pattern), re.compile(b"a").flags)
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), len({re.compile("a"), re.compile("a")}))
print(isinstance(re.I, re.RegexFlag), isinstance(re.match("", ""), re.Match), re.purge())
