# Outside a running loop coroutines cannot be gathered, futures of a loop can.
import asyncio

async def work():
    return 1

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result(1)
gathering = asyncio.gather(future)
print(gathering.get_loop() is loop)
print(loop.run_until_complete(gathering))
task = loop.create_task(work())
print(loop.run_until_complete(asyncio.gather(task, future, return_exceptions=True)))
other = asyncio.new_event_loop()
foreign = other.create_future()
try:
    asyncio.gather(future, foreign)
except ValueError as error:
    print(error)
loop.close()
other.close()
