import asyncio


def plain():
    try:
        yield 1
    except BaseException as error:
        print("generator:", repr(error), repr(error.__context__))
        raise


async def items():
    try:
        yield 1
    except BaseException as error:
        print("async generator:", repr(error), repr(error.__context__))
        raise


async def waiting():
    try:
        await asyncio.sleep(1)
    except BaseException as error:
        print("coroutine:", repr(error), repr(error.__context__))
        raise


def throw(generator, error):
    try:
        generator.throw(error)
    except type(error):
        pass


async def handling():
    try:
        raise KeyError("own")
    except KeyError:
        await asyncio.sleep(1)


async def main():
    try:
        1 / 0
    except ZeroDivisionError:
        generator = plain()
        next(generator)
        throw(generator, ValueError(1))
        coroutine = waiting()
        coroutine.send(None)
        throw(coroutine, ValueError(2))
        generator = items()
        await anext(generator)
        try:
            await generator.athrow(ValueError(3))
        except ValueError:
            pass
        generator = items()
        await anext(generator)
        await generator.aclose()
        generator = plain()
        next(generator)
        generator.close()  # close() does raise GeneratorExit where it is called
    task = asyncio.create_task(handling())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", repr(error.__context__))


asyncio.run(main())
