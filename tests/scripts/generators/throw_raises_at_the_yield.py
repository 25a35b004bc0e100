def guard():
    while True:
        try:
            value = yield "waiting"
        except ValueError as error:
            print("handled", error)
        except KeyError:
            return "ended"

g = guard()
next(g)
print(g.throw(ValueError("v")))
try:
    g.throw(KeyError("k"))
except StopIteration as stop:
    print(stop.value)
try:
    g.throw(OSError("late"))
except OSError as error:
    print(error)
