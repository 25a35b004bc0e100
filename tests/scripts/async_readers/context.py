# A reader runs in the context in which it was added.
import asyncio
import contextvars
import os

where = contextvars.ContextVar("where")


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    os.write(w, b"x")
    done = loop.create_future()

    def readable():
        print("reader:", where.get())
        where.set("changed by the reader")
        if done.done():
            return
        loop.call_later(0.001, done.set_result, None)

    where.set("when it was added")
    loop.add_reader(r, readable)
    where.set("later")
    os.write(w, b"x")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.remove_reader(r)
    await done
    print("task:", where.get())


asyncio.run(main())
