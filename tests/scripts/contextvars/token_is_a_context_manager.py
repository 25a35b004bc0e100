# ouro-only: new in Python 3.14
from contextvars import ContextVar

v = ContextVar("v", default=0)
with v.set(1) as token:
    print(v.get(), token.var is v)
    with v.set(2):
        print(v.get())
    print(v.get())
print(v.get())
try:
    with v.set(3):
        raise ValueError(v.get())
except ValueError as error:
    print(error, v.get())
try:
    with token:
        pass
except RuntimeError as error:
    print(str(error).rpartition("> ")[2])
