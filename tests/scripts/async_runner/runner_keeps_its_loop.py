# A Runner runs many coroutines on one loop, until it is closed.
import asyncio

async def loop():
    return asyncio.get_running_loop()

with asyncio.Runner() as runner:
    first = runner.run(loop())
    print(runner.run(loop()) is first, runner.get_loop() is first, asyncio.get_event_loop() is first)
    print(first)
print(first.is_closed())
for use in (runner.get_loop, lambda: runner.run(coroutine), runner.__enter__):
    coroutine = loop()
    try:
        use()
    except RuntimeError as error:
        print(error)
    coroutine.close()
runner.close()
runner = asyncio.Runner()
runner.close()
second = runner.get_loop()
print(second.is_closed(), second.is_running())
runner.close()
print(second.is_closed())
