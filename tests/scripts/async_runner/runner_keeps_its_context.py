# The runs of a Runner share one context; a context can be given too.
import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default="default")

async def swap(value):
    old = variable.get()
    variable.set(value)
    return old

with asyncio.Runner() as runner:
    print(runner.run(swap(1)), runner.run(swap(2)), runner.run(swap(3)))
    context = contextvars.copy_context()
    print(runner.run(swap(4), context=context), context[variable], runner.run(swap(5)))
print(variable.get())
variable.set("outside")
print(asyncio.run(swap(6)), variable.get())
