# asend(), athrow() and aclose() objects as iterators: closed, thrown into and sent to in every state.
import types

@types.coroutine
def suspend(value):
    return (yield value)

def show(function, *arguments):
    try:
        print(function(*arguments))
    except BaseException as error:
        print(type(error).__name__, error)

async def items():
    try:
        print("got", await suspend("waiting"))
        yield 1
        await suspend("waiting again")
        yield 2
    finally:
        print("finally")

operations = {
    "next": lambda generator: generator.__anext__(),
    "send": lambda generator: generator.asend(None),
    "throw": lambda generator: generator.athrow(ValueError(1)),
    "close": lambda generator: generator.aclose(),
}
generators = []
for name, operation in operations.items():
    def start():
        generators.append(items())
        return generators[-1], operation(generators[-1])

    print("closed before it began:", name)
    generator, under_test = start()
    show(under_test.close)
    show(under_test.send, None)
    show(generator.__anext__().send, None)

    print("closed under way")
    generator, under_test = start()
    show(under_test.send, None)
    show(under_test.close)
    show(under_test.send, None)
    print(generator.ag_running)

    print("thrown into before it began")
    generator, under_test = start()
    show(under_test.throw, KeyError(1))
    show(under_test.send, None)
    show(generator.__anext__().send, None)

    print("sent a value before it began")
    generator, under_test = start()
    show(under_test.send, 5)
    show(under_test.send, None)

    print("while another one is under way")
    generator, under_test = start()
    other = generator.__anext__()
    show(other.send, None)
    show(under_test.send, None)
    show(operation(generator).throw, KeyError(2))
    show(operation(generator).close)
    show(other.send, "value")

async def stubborn():
    while True:
        try:
            await suspend("stubborn")
        except GeneratorExit:
            print("ignored")
            if len(generators) > 100:
                return
    yield

generators.append(stubborn())
under_test = generators[-1].__anext__()
show(under_test.send, None)
show(under_test.close)
generators += [None] * 100
show(under_test.close)
