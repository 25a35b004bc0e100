def echo():
    received = yield "ready"
    while received != "stop":
        received = yield f"got {received}"
    return "done"

g = echo()
print(next(g), g.send("a"), g.send(2))
try:
    g.send("stop")
except StopIteration as stop:
    print(stop.value)
h = echo()
try:
    h.send("early")
except TypeError as error:
    print(error)
