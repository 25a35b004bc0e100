from contextvars import ContextVar, copy_context

v = ContextVar("v", default="default")


def generator():
    yield v.get()
    v.set("inside")
    yield v.get()
    yield v.get()


g = generator()
print(next(g))
print(next(g), v.get())
v.set("outside")
print(next(g))
h = generator()
context = copy_context()
print(context.run(next, h))
print(context.run(next, h), v.get(), context[v])
