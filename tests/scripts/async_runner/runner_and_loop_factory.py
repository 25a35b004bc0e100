# A loop factory makes the loop; run then leaves the current loop alone.
import asyncio

made = []

def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]

async def main():
    loop = asyncio.get_running_loop()
    return loop is made[-1], loop.get_debug()

print(asyncio.run(main(), loop_factory=factory), asyncio.run(main(), loop_factory=factory, debug=True))
print(len(made), [loop.is_closed() for loop in made])
own = asyncio.new_event_loop()
asyncio.set_event_loop(own)
asyncio.run(main(), loop_factory=factory)
print(asyncio.get_event_loop() is own)
own.close()
print(asyncio.run(main(), loop_factory=lambda: made.append(asyncio.EventLoop()) or made[-1], debug=False))
