import asyncio
import contextvars

colour = contextvars.ContextVar("colour", default="none")

async def work():
    before = colour.get()
    colour.set(before + "!")
    await asyncio.sleep(0)
    return colour.get()

async def main():
    contexts = []
    for name in ("red", "blue"):
        context = contextvars.copy_context()
        context.run(colour.set, name)
        contexts.append(context)
    tasks = [asyncio.create_task(coro=work(), name=f"painter-{n}", context=context) for n, context in enumerate(contexts)]
    print(await asyncio.gather(*tasks), [task.get_name() for task in tasks], colour.get())
    print([context[colour] for context in contexts], tasks[0].get_context() is contexts[0])

asyncio.run(main())
