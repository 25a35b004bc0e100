it = iter([1, 2])
print(next(it), next(it), next(it, "default"))
try:
    next(it)
except StopIteration as stop:
    print(stop.value)
values = iter([3, 2, 1, 0, 5])
print(list(iter(lambda: next(values), 0)))
for call in (lambda: iter(5), lambda: next([1]), lambda: iter(5, 5), lambda: next()):
    try:
        call()
    except TypeError as error:
        print(error)
