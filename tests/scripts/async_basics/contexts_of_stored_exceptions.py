# The exception of a failed or cancelled future gets as context what is handled where it is raised again.
import asyncio

def contexts(error):
    texts = []
    while error is not None:
        texts.append(repr(error))
        error = error.__context__
    return " <- ".join(texts)

async def fail(text):
    raise ValueError(text)

async def show(name, ask):
    try:
        raise KeyError("handled")
    except KeyError:
        try:
            result = ask()
            await result
        except BaseException as error:
            print(name, contexts(error))

async def first(futures):
    for future in asyncio.as_completed(futures):
        await future

async def first_async(futures):
    async for future in asyncio.as_completed(futures):
        await future

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(ValueError("future"))
    task = asyncio.create_task(fail("task"))
    cancelled = loop.create_future()
    cancelled.cancel("message")
    await asyncio.wait([task])
    for stored in (future, task, cancelled):
        await show("result", stored.result)
        await show("await", lambda: stored)
    await show("exception", cancelled.exception)
    await show("as_completed", lambda: first([asyncio.create_task(fail("completed"))]))
    await show("async as_completed", lambda: first_async([asyncio.create_task(fail("completed"))]))

asyncio.run(main())
with asyncio.Runner() as runner:
    loop = runner.get_loop()
    for make in (fail, lambda text: loop.create_task(fail(text))):
        try:
            raise KeyError("handled")
        except KeyError:
            try:
                loop.run_until_complete(make("run"))
            except ValueError as error:
                print("run_until_complete", contexts(error))
