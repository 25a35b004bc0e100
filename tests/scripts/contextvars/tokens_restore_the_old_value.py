from contextvars import ContextVar, Token, copy_context

v, w = ContextVar("v"), ContextVar("w", default=0)
first = v.set(1)
second = v.set(2)
print(first.var is v, first.old_value is Token.MISSING, second.old_value, Token.MISSING)
v.reset(second)
print(v.get())
v.reset(first)
print(v.get("unset"))


def refused(function, *arguments):
    try:
        function(*arguments)
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0], "|", str(error).rpartition("> ")[2])


refused(v.reset, first)
third = v.set(3)
refused(w.reset, third)
refused(copy_context().run, v.reset, third)
refused(v.reset, 5)
refused(Token)
