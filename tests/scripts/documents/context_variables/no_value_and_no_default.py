from contextvars import ContextVar

shade: ContextVar[str] = ContextVar("shade")
try:
    shade.get()
except LookupError as error:
    print(type(error).__name__, error.args[0] is shade)
print(shade.get("given"))
token = shade.set("dark")
shade.reset(token)
print(shade.get("none again"), token.old_value is token.MISSING)
