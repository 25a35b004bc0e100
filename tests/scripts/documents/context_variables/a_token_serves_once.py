from contextvars import ContextVar

shade = ContextVar("shade", default="grey")
token = shade.set("dark")
shade.reset(token)
try:
    shade.reset(token)
except RuntimeError as error:
    print(str(error).partition(" at 0x")[0].partition("<")[0], str(error).endswith("has already been used once"))
