import asyncio


async def main():
    loop = asyncio.get_running_loop()
    at = loop.call_at(10**9, print)
    print(at.when(), type(at.when()).__name__)
    later = loop.call_later(5, print)
    print(type(later.when()).__name__, 4.9 < later.when() - loop.time() <= 5)
    same = loop.call_at(10**9 + 0.0, print)
    print(at == same, at <= same, at < same, hash(at) == hash(same))
    for handle in at, later, same:
        handle.cancel()
    print(at.when())
    made = asyncio.TimerHandle(3, print, ("called",), loop)
    print(made.when(), made.cancelled())
    made._run()


asyncio.run(main())
