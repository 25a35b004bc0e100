# An error of the body is wrapped too, and stands last.
import asyncio

async def stubborn(error):
    try:
        await asyncio.sleep(10)
    finally:
        raise error

async def main():
    try:
        async with asyncio.TaskGroup():
            raise ValueError("alone")
    except ExceptionGroup as error:
        print(repr(error), repr(error.__context__), error.__suppress_context__)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(stubborn(KeyError("child")))
            await asyncio.sleep(0)
            raise ValueError("body")
    except ExceptionGroup as error:
        print(repr(error), error)
    class Own(BaseException):
        pass
    try:
        async with asyncio.TaskGroup() as group:
            raise Own
    except BaseExceptionGroup as error:
        print(repr(error))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(stubborn(ValueError("lost")))
            await asyncio.sleep(0)
            raise SystemExit(3)
    except SystemExit as error:
        print(repr(error))

asyncio.run(main())
