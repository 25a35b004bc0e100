from collections import ChainMap, UserDict
from logging import LogRecord


def record(msg, args, path="p/q.py"):
    return LogRecord("n", 10, path, 1, msg, args, None)


for args in (None, (), [], ({},), ({"a": 1},), (UserDict(a=2),), (ChainMap({"a": 3}),), (1,)):
    made = record("%s" if args == (1,) else "m", args)
    print(made.args, made.getMessage() if args in (None, (), [], (1,)) else "")
print(record("%(a)d", ({"a": 1},)).getMessage(), record("%(a)d", (ChainMap({"a": 3}),)).getMessage())
for path in ("p/q.py", "q", None, 3):
    made = record("m", None, path)
    print(made.filename, made.module, made)
try:
    record("m", 3)
except TypeError as error:
    print(error)
