# since 3.14
# Seen from inside of what it delegates to, a generator runs, is not suspended and waits for nothing.
def show(*generators):
    print([(g.gi_running, g.gi_suspended, g.gi_yieldfrom and type(g.gi_yieldfrom).__name__) for g in generators])


class Foreign:
    def __iter__(self):
        return self

    def __next__(self):
        show(outer)
        return 1

    def throw(self, error):
        show(outer)
        raise StopIteration

    def close(self):
        show(outer)


def inner():
    show(outer, delegate)
    try:
        yield 1
    except ValueError:
        show(outer, delegate)
    try:
        yield 2
    finally:
        show(outer, delegate)


def delegating(to):
    yield from to


delegate = inner()
outer = delegating(delegate)
show(outer)
next(outer)
show(outer, delegate)
outer.throw(ValueError)
outer.close()
show(outer, delegate)
for end in (lambda: outer.close(), lambda: outer.throw(ValueError)):
    outer = delegating(Foreign())
    next(outer)
    show(outer)
    try:
        end()
    except StopIteration:
        print("ended")
    show(outer)
