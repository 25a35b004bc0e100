# when(), reschedule(), expired() and the repr of the states.
import asyncio

async def main():
    timeout = asyncio.timeout_at(1234.56789)
    print(timeout, timeout.when(), timeout.expired())
    try:
        timeout.reschedule(5)
    except RuntimeError as error:
        print(error)
    try:
        async with timeout:
            print(timeout.when())
            timeout.reschedule(None)
            print(timeout)
            timeout.reschedule(10**9)
            print(timeout)
            timeout.reschedule(10**9 + 0.12345)
            print(timeout, timeout.expired())
            timeout.reschedule(-1)
            print(timeout)
            try:
                await asyncio.sleep(10)
            finally:
                print(timeout, timeout.expired())
                try:
                    timeout.reschedule(None)
                except RuntimeError as error:
                    print(error)
    except TimeoutError:
        print(timeout, timeout.expired())
    for again in (timeout.reschedule, lambda when: timeout.__aenter__().send(None)):
        try:
            again(5)
        except RuntimeError as error:
            print(error)
    async with asyncio.timeout(None) as timeout:
        pass
    try:
        timeout.reschedule(5)
    except RuntimeError as error:
        print(error, timeout)

asyncio.run(main())
