# Descriptors that cannot be watched.
import asyncio
import tempfile


class Returns:
    def __init__(self, value):
        self.value = value

    def fileno(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value

    def __repr__(self):
        return f"Returns({self.value!r})"


async def main():
    loop = asyncio.get_running_loop()
    things = [-1, 9999, "x", None, 1.5, 2**70, -(2**70), 2**31, Returns(-5), Returns("q"), Returns(None),
              Returns(OSError(5, "own")), Returns(ValueError("own")), Returns(KeyError("own"))]
    for method in loop.add_reader, loop.remove_writer:
        for thing in things:
            try:
                print(thing, method(thing, print) if method == loop.add_reader else method(thing))
            except Exception as error:
                print(thing, type(error).__name__, error, repr(error.__context__), error.__suppress_context__)
    with tempfile.TemporaryFile() as file:
        try:
            loop.add_reader(file, print)
        except PermissionError as error:
            print(error)
        print(loop.remove_reader(file))


asyncio.run(main())
