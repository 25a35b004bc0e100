# RegexFlag is a Flag whose members show as attributes of re; what it does not know stays in.
import copy
import enum
import re

print(issubclass(re.RegexFlag, enum.IntFlag), type(re.I), list(re.RegexFlag), len(re.RegexFlag))
print(list(re.I | re.M), re.M in re.I | re.M, len(re.I | re.M), re.RegexFlag["M"], re.RegexFlag(2) is re.I)
print(*re.RegexFlag.__members__)
for flags in re.NOFLAG, re.I, re.I | re.X | re.DEBUG, ~re.I, re.RegexFlag(1), re.RegexFlag(3), 8 | re.I, re.I ^ 2:
    print(repr(flags), str(flags), f"{flags}", flags.name, flags.value, bool(flags))
print(re.I.name, "%s %d" % (re.I, re.I), re.I + 1, re.A == 256, copy.copy(re.I) is re.I, {re.I: 1}[2])
for attempt in lambda: re.RegexFlag("x"), lambda: re.RegexFlag["Q"], lambda: re.RegexFlag.Q, lambda: re.Q, lambda: re.I | "":
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(repr(re.compile("a", re.I | re.M)), re.search("(?i)A", "a").re.flags & re.I)
