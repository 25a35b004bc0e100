# A wait ends at a whole millisecond: timers that are due within it run in one iteration of the loop.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []
    done = loop.create_future()

    def first():
        log.append("first")
        loop.call_soon(log.append, "next iteration")

    start = loop.time()
    loop.call_at(start + 0.0501, first)
    loop.call_at(start + 0.0503, log.append, "second")
    loop.call_at(start + 0.0502, log.append, "between")
    loop.call_at(start + 0.0600, done.set_result, None)
    await done
    print(log)


asyncio.run(main())
