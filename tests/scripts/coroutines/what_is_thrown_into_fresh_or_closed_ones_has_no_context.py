# throw() of what has not begun or has ended raises the exception as it is: what the thrower handles is no context.
def generator():
    yield

async def coroutine():
    pass

async def async_generator():
    yield

def closed():
    made = generator()
    made.close()
    return made

def operation():
    return async_generator().athrow(ValueError("thrown"))

throwers = {
    "generator": lambda: generator().throw(ValueError("thrown")),
    "closed generator": lambda: closed().throw(ValueError("thrown")),
    "coroutine": lambda: coroutine().throw(ValueError("thrown")),
    "wrapper": lambda: coroutine().__await__().throw(ValueError("thrown")),
    "athrow": lambda: operation().send(None),
}
for name, throw in throwers.items():
    try:
        raise KeyError("handled")
    except KeyError:
        try:
            throw()
        except ValueError as error:
            print(name, repr(error), repr(error.__context__))

async def main():
    try:
        raise KeyError("handled")
    except KeyError:
        try:
            await operation()
        except ValueError as error:
            print("await", repr(error), repr(error.__context__))

try:
    main().send(None)
except StopIteration:
    pass
