from contextlib import contextmanager, suppress, closing, nullcontext, ExitStack

@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ValueError as error:
        print("inside", error)
    finally:
        print(f"</{name}>")

with tag("a") as a, tag("b"):
    print(a)
with tag("c"):
    raise ValueError("v")
with suppress(KeyError, IndexError):
    {}["x"]
with nullcontext(5) as n:
    print(n)
with ExitStack() as stack:
    for name in "xy":
        stack.enter_context(tag(name))
    stack.callback(print, "callback")
@tag("decorated")
def f(): print("f")
f()
