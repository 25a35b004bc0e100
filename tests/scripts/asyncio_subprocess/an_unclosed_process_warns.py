# A transport that is dropped closes itself, with a ResourceWarning.
import asyncio
import gc
import warnings


async def open_and_drop():
    loop = asyncio.get_running_loop()
    transport, _ = await loop.subprocess_exec(asyncio.SubprocessProtocol, "true", stdin=None, stdout=None, stderr=None)
    await transport._wait()
    await asyncio.sleep(0)


async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(5):
            await open_and_drop()
        await asyncio.sleep(0)
        gc.collect()
    print({(warning.category.__name__, str(warning.message).split(" <")[0]) for warning in caught})


asyncio.run(main())
