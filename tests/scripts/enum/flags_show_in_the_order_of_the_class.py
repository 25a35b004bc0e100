import re
from enum import IntFlag


class Access(IntFlag):
    READ = 4
    WRITE = 2
    RUN = 1


print(repr(Access.RUN | Access.READ), list(Access(7)), repr(Access(3)))
print(re.S | re.A | re.I, re.compile("(?P<year>x)").groupindex, re.match("a" * 60, "a" * 60))
