import warnings


async def agen():
    yield


async def function():
    agen().aclose()
    agen().asend(1)
    agen().athrow(ValueError)
    agen().__anext__()
    anext(agen())
    anext(agen(), 3)
    await never()


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    agen().aclose()
    print(len(caught), "at once")
    coroutine = function()
    try:
        coroutine.send(None)
    except NameError:
        pass
    for warning in caught:
        print(warning.lineno, warning.category.__name__, warning.message)
for operation in agen().aclose(), agen().athrow(ValueError), agen().asend(None), anext(agen()):
    print(type(operation).__name__, repr(operation).partition(" at ")[0])
    operation.close()
