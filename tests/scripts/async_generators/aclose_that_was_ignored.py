# A generator that goes on in spite of aclose() counts as closed: aclose() and athrow() leave it alone, but it goes on.
import asyncio


async def stubborn():
    for i in range(4):
        try:
            yield i
        except GeneratorExit:
            print("ignores it")


async def attempt(text, operation):
    try:
        print(text, await operation)
    except BaseException as error:
        print(text, repr(error))


async def main():
    generator = stubborn()
    await attempt("first", anext(generator))
    await attempt("aclose", generator.aclose())
    await attempt("aclose again", generator.aclose())
    await attempt("athrow", generator.athrow(ValueError("not raised")))
    await attempt("asend", generator.asend(None))
    await attempt("aclose by hand", asyncio.wait_for(generator.aclose(), 1))
    async for i in generator:
        print("for", i)
    await attempt("at the end", generator.aclose())


asyncio.run(main())
