# no-stress: makes hundreds of thousands of objects
# Tables that natives keep, each larger than a page or many.
import asyncio
import contextvars
import sys
import weakref


class Thing:
    pass


async def main():
    future = asyncio.get_running_loop().create_future()
    seen = []
    for _ in range(60_000):
        future.add_done_callback(seen.append)
    future.set_result(1)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(len(seen))


asyncio.run(main())


def set_many():
    variables = [contextvars.ContextVar(f"v{i}") for i in range(50_000)]
    for i, variable in enumerate(variables):
        variable.set(i)
    return sum(variable.get() for variable in variables)


print(contextvars.copy_context().run(set_many))
thing = Thing()
for i in range(50_000):
    setattr(thing, f"n{i}", i)
print(len(vars(thing)))
print(len({sys.intern(f"text {i}") for i in range(50_000)}))
things = [Thing() for _ in range(50_000)]
references = [weakref.ref(thing) for thing in things]
print(sum(reference() is not None for reference in references))
