from collections import OrderedDict


def changes():
    yield "pop", lambda o, k: o.popitem()
    yield "add", lambda o, k: o.update(z=1)
    yield "move", lambda o, k: o.move_to_end(next(iter(o)))
    yield "swap", lambda o, k: (o.popitem(), o.update(z=1))
    yield "clear", lambda o, k: o.clear()
    yield "set", lambda o, k: o.update(a=5)


for name, walk in (("iter", iter), ("reversed", reversed), ("items", lambda o: o.items()),
                   ("values", lambda o: reversed(o.values()))):
    for what, change in changes():
        o = OrderedDict(a=1, b=2, c=3)
        seen = []
        it = iter(walk(o))
        try:
            for k in it:
                seen.append(k)
                change(o, k)
        except RuntimeError as error:
            print(name, what, seen, error, list(it))
        else:
            print(name, what, seen)
o = OrderedDict(a=1, b=2)
print(type(iter(o)).__name__, list(zip(o, reversed(o), o.items(), reversed(o.items()), o.values())), dict(o), {**o})
