# A body that raises something else: TimeoutError stands in its chain of contexts.
import asyncio

def chain(error):
    names = []
    while error:
        names.append(type(error).__name__)
        error = error.__context__
    return " <- ".join(names)

async def main():
    try:
        async with asyncio.timeout(0):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                try:
                    raise KeyError
                except KeyError:
                    raise ValueError
    except ValueError as error:
        print(chain(error))
        timeout = error.__context__.__context__
        print(repr(timeout.__cause__), timeout.__cause__ is timeout.__context__)
    try:
        async with asyncio.timeout(0):
            try:
                await asyncio.sleep(10)
            finally:
                raise ExceptionGroup("group", [ValueError(1), KeyError(2)])
    except ExceptionGroup as error:
        print(chain(error), [chain(member) for member in error.exceptions])
    try:
        async with asyncio.timeout(10):
            raise TimeoutError("own")
    except TimeoutError as error:
        print(repr(error), chain(error))

asyncio.run(main())
