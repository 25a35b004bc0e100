# An exception that is thrown into a chain gets as context, at each member on its way outwards, what that handles. So does
# one that comes out of a member instead; not what is raised after a member has gone on.
import types

def contexts(error):
    texts = []
    while error is not None:
        texts.append(repr(error))
        error = error.__context__
    return " <- ".join(texts)

@types.coroutine
def suspend():
    yield

async def handle(number, inner):
    try:
        raise KeyError(number)
    except KeyError:
        return await inner

async def convert(inner):
    try:
        await inner
    except ValueError as error:
        print("convert", contexts(error))
        raise LookupError

async def retry(inner):
    try:
        await inner
    except ValueError as error:
        print("retry", contexts(error))
    await fail()

async def fail():
    try:
        raise IndexError
    except IndexError:
        raise OSError

async def plain(inner):
    await inner

def show(name, coroutine):
    coroutine.send(None)
    try:
        coroutine.throw(ValueError("thrown"))
    except Exception as error:
        print(name, contexts(error))

show("handled by the leaf", handle(1, suspend()))
show("handled outwards", plain(handle(1, plain(suspend()))))
show("handled by two", handle(1, plain(handle(2, suspend()))))
show("converted", handle(1, convert(handle(2, suspend()))))
show("gone on", handle(1, retry(handle(2, suspend()))))
show("gone on within", handle(1, plain(handle(2, retry(suspend())))))

async def items(inner):
    yield await inner

async def iterate(inner):
    async for item in inner:
        print(item)

show("in an async generator", handle(1, iterate(items(handle(2, suspend())))))
