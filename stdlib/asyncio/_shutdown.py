# SPDX-License-Identifier: MIT
#
# The coroutines that close what a loop still holds before it is closed itself.


async def shutdown_asyncgens(loop):
    """Closes all open async generators of the loop at the same time."""
    generators = loop._open_asyncgens()
    if generators is None:
        return
    from asyncio import gather, sleep, wait

    if generators:
        ends = await gather(*[generator.aclose() for generator in generators], return_exceptions=True)
        for generator, error in zip(generators, ends):
            if isinstance(error, Exception):
                loop.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {generator!r}",
                    "exception": error,
                    "asyncgen": generator,
                })
    await sleep(0)  # those that were dropped just now get their tasks
    while tasks := loop._closing_tasks():
        await wait(tasks)


async def shutdown_default_executor(loop, timeout=None):
    """There are no executors yet, so none has to be waited for."""
