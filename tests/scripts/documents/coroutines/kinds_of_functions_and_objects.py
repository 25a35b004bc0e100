import inspect

def plain():
    yield None

async def lazy():
    return None

made, started = plain(), lazy()
print(type(plain), inspect.isgeneratorfunction(plain), type(made), inspect.isgenerator(made))
print(type(lazy), inspect.iscoroutinefunction(lazy), type(started), inspect.iscoroutine(started))
print(inspect.isgeneratorfunction(lazy), inspect.iscoroutine(made), inspect.isawaitable(started))
print(next(made), next(made, "end"))
print(inspect.getcoroutinestate(started))
started.close()
print(inspect.getcoroutinestate(started))
