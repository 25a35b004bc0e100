# An exception of a reader goes to the exception handler of the loop.
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    os.write(w, b"x")
    done = loop.create_future()

    def handler(loop, context):
        print(context["message"].split(" at ")[0].split("<function ")[0], repr(context["exception"]))
        print(sorted(context))
        loop.remove_reader(r)
        done.set_result(None)

    loop.set_exception_handler(handler)
    loop.add_reader(r, lambda: 1 / 0)
    await done


asyncio.run(main())
