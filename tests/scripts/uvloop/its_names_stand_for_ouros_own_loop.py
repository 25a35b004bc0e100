# ouro-only: CPython has no such module of its own
import asyncio
import uvloop
import warnings


async def main():
    return type(asyncio.get_running_loop()) is uvloop.Loop


print(uvloop.run(main()))
with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
    print(runner.run(main()))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    uvloop.install()
    print(caught[0].message)
print(asyncio.run(main()))
asyncio.events._set_event_loop_policy(uvloop.EventLoopPolicy())
print(asyncio.run(main()))
