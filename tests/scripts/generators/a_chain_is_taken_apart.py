# A delegate outlives the generator that was delegating to it, and serves another; gi_yieldfrom says who waits for whom.
def numbers():
    try:
        for i in range(10):
            yield i
    finally:
        print("numbers end")


def outer(inner):
    try:
        yield from inner
    except KeyError:
        yield "left"
    yield "more"


class Part:
    """An iterator that is no generator: close() and throw() do not reach what it iterates."""

    def __init__(self, inner):
        self.inner = inner

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.inner)


shared = numbers()
first, second = outer(Part(shared)), outer(shared)
print(next(first), next(second), next(first), next(shared))
print(second.gi_yieldfrom is shared, type(first.gi_yieldfrom).__name__, shared.gi_yieldfrom)
print(first.throw(KeyError), next(first), next(second))
first.close()
print(next(shared), next(second))
second.close()
print(next(shared, "ended"), second.gi_yieldfrom)
