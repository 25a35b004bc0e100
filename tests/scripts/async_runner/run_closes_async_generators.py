# Async generators that are still open when main ends are closed.
import asyncio

async def numbers(name):
    try:
        for number in range(10):
            yield number
    finally:
        await asyncio.sleep(0)
        print("closed", name)

def handler(loop, context):
    print(context["message"].split("<")[0], repr(context["exception"]), sorted(context))

async def failing():
    try:
        yield 1
    finally:
        raise ValueError("close")

async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    global first, second
    first = numbers("first")
    second = failing()
    print(await anext(first), await anext(first), await anext(second))
    return "main ends"

print(asyncio.run(main()))
