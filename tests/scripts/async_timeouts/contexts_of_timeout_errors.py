# A TimeoutError that leaves a coroutine gets as context what its awaiter handles.
import asyncio

def contexts(error):
    texts = []
    while error is not None:
        texts.append(f"{error!r} cause {error.__cause__!r}")
        error = error.__context__
    return " <- ".join(texts)

async def wait_handling():
    try:
        raise IndexError("within")
    except IndexError:
        await asyncio.sleep(1)

async def timeout():
    async with asyncio.timeout(0.01):
        await asyncio.sleep(1)

async def timeout_within():
    async with asyncio.timeout(0.01):
        await wait_handling()

async def converted():
    async with asyncio.timeout(0.01):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise LookupError("converted")

async def show(name, make):
    try:
        await make()
    except Exception as error:
        print(name, contexts(error))
    try:
        raise KeyError("handled")
    except KeyError:
        try:
            await make()
        except Exception as error:
            print(name, "in a handler:", contexts(error))

async def main():
    await show("timeout", timeout)
    await show("timeout within", timeout_within)
    await show("converted", converted)
    await show("wait_for", lambda: asyncio.wait_for(asyncio.sleep(1), 0.01))
    await show("wait_for handling", lambda: asyncio.wait_for(wait_handling(), 0.01))
    await show("wait_for at once", lambda: asyncio.wait_for(asyncio.sleep(1), 0))

asyncio.run(main())
