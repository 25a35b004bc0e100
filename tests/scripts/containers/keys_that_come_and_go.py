# One key is added and removed again and again where there are many others: the time does not grow with the rounds.
many = {i: 1 for i in range(20_000)}
for i in range(100_000):
    many["y"] = i
    del many["y"]
print(len(many), list(many)[-1])
for i in range(100_000):
    many["a"] = many["b"] = i
    del many["a"]
    many.pop("b")
print(len(many), list(many) == list(range(20_000)))


class Thing:
    pass


thing = Thing()
for i in range(5_000):
    setattr(thing, f"a{i}", i)
    setattr(Thing, f"a{i}", i)
for i in range(20_000):
    thing.y = i
    del thing.y
    globals()["y"] = i
    del globals()["y"]
for i in range(3_000):
    Thing.y = i
    del Thing.y
print(len(vars(thing)), hasattr(thing, "y"), hasattr(Thing, "y"), "y" in globals(), thing.a4999)


# Keys with one hash, of which some come and go: each is found, and none twice.
class Same:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 42

    def __eq__(self, other):
        return isinstance(other, Same) and self.number == other.number


mixed, model = {}, {}
state = 1
for step in range(4_000):
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    key = state >> 8 & 15
    if state >> 16 & 1:
        mixed[Same(key)] = step
        model[key] = step
    elif state >> 17 & 1:
        if (mixed.pop(Same(key), None), model.pop(key, None))[0] is not None and Same(key) in mixed:
            print("still there")
    elif model:
        last, value = mixed.popitem()
        if (last.number, value) != model.popitem():
            print("another item")
    if [key.number for key in mixed] != list(model):
        print("another order", step)
        break
print([(key.number, value) for key, value in mixed.items()] == list(model.items()))

# An iterator sees what was added in the place of what was removed.
changing = {key: 0 for key in range(4)}
try:
    for key in changing:
        print(key)
        del changing[key]
        changing[key + 10] = 0
except RuntimeError as error:
    print(error)
