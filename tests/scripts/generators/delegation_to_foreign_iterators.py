class Iterator:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self): self.n += 1; return self.n


class Full(Iterator):
    def throw(self, *arguments): print("throw", arguments); return "thrown"
    def send(self, value): print("send", value); return "sent"
    def close(self): print("close")


class Broken(Iterator):
    def close(self): raise RuntimeError("in close")


def delegate(iterator):
    yield from iterator


def step(function, *arguments):
    try:
        print("->", function(*arguments))
    except BaseException as error:
        print(type(error).__name__, error)


for make in (Iterator, Full, Broken):
    for method, argument in (("send", 5), ("throw", KeyError("k")), ("throw", KeyError)):
        g = delegate(make())
        print(next(g), g.gi_yieldfrom.n)
        step(getattr(g, method), argument)
        step(g.close)
