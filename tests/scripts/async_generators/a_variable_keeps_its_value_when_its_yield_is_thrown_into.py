import asyncio


async def remember():
    got = None
    for i in range(4):
        try:
            got = yield i
        except (ValueError, GeneratorExit) as error:
            print(type(error).__name__, got)
            if isinstance(error, GeneratorExit):
                raise
    yield "end"


async def main():
    for wrapped in lambda operation: operation, asyncio.ensure_future, lambda operation: asyncio.wait_for(operation, 1):
        generator = remember()
        print(await wrapped(generator.asend(None)))
        print(await wrapped(generator.asend("first")))
        print(await wrapped(generator.athrow(ValueError())))
        print(await wrapped(generator.asend("second")))
        await wrapped(generator.aclose())


asyncio.run(main())
