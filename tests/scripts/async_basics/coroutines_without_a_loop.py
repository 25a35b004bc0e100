async def f(x):
    return x + 1

c = f(1)
print(type(c).__name__, c.__name__, c.cr_running)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
d = f(2)
d.close()
try:
    d.send(None)
except RuntimeError as error:
    print(error)
