class Fault(Exception):
    pass

def inner():
    while True:
        try:
            message = yield
        except Fault as fault:
            print("inner meets", repr(fault))
        else:
            if message is None:
                return "inner result"
            print("inner gets", message)

def outer():
    result = yield from inner()
    print("outer has", result)
    yield from "ab"

chain = outer()
next(chain)
chain.send("one")
chain.throw(Fault("loose wire"))
chain.send("two")
print(chain.send(None), next(chain), next(chain, "end"))
