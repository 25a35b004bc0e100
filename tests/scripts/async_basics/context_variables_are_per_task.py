import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")

async def work(n):
    var.set(n)
    await asyncio.sleep(0)
    return var.get()

async def main():
    var.set("main")
    print(await asyncio.gather(*[work(n) for n in range(3)]), var.get())
    print(await work("direct"), var.get())

asyncio.run(main())
print(var.get())
