# since 3.14
class Failing:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        raise LookupError(name)

    def __repr__(self):
        return "<failing>"


def delegating(to):
    try:
        yield from to
    except BaseException as error:
        print("inside", repr(error))
        raise


def try_it(name, generator, act):
    next(generator)
    try:
        print(name, act(generator))
    except BaseException as error:
        print(name, repr(error))
    print(generator.gi_suspended)
    return generator


inner = []


def nested():
    inner.append(delegating(Failing()))
    return delegating(inner[-1])


for make in (lambda: delegating(Failing()), nested):
    try_it("send", make(), lambda g: g.send(3))
    kept = try_it("throw", make(), lambda g: g.throw(ValueError(1)))
    try_it("close", make(), lambda g: g.close())
    try_it("exit", make(), lambda g: g.throw(GeneratorExit))
    try:
        print(next(kept))
    except StopIteration:
        print("over")
    kept.close()
for generator in inner:
    print(generator.gi_suspended)
    generator.close()
