from contextvars import Context, ContextVar, copy_context

v = ContextVar("v", default="default")


def change(value, *, twice=False):
    before = v.get()
    v.set(value * 2 if twice else value)
    return before


v.set("outside")
copy = copy_context()
print(copy.run(change, "a"), v.get(), copy[v])
print(copy.run(change, "b", twice=True), v.get(), copy[v])
print(Context().run(v.get), copy.run(copy_context)[v])
try:
    copy.run(lambda: 1 / 0)
except ZeroDivisionError as error:
    print(error, v.get())
try:
    copy.run(copy.run, print)
except RuntimeError as error:
    print(str(error).split("<")[0], str(error).rpartition("> ")[2])
print(copy.run(lambda: copy.copy().run(v.get)))
try:
    copy.run()
except TypeError as error:
    print(error)
