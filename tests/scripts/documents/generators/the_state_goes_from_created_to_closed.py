from inspect import getgeneratorstate

def listener(rounds):
    print("state inside:", getgeneratorstate(me))
    for _ in range(rounds):
        try:
            heard = yield "ready"
            print("heard", heard)
        except StopIteration:
            print("told to stop")

me = listener(3)
print(getgeneratorstate(me))
print(me.send(None), getgeneratorstate(me))
print(me.send("hello"), getgeneratorstate(me))
print(me.throw(StopIteration), getgeneratorstate(me))
try:
    next(me)
except StopIteration:
    print("through")
print(getgeneratorstate(me))
