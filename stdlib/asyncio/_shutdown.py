# SPDX-License-Identifier: MIT
#
# The coroutines that close what a loop still holds before it is closed itself.
from _asyncio import CancelledError


async def _close(loop, generator):
    try:
        await generator.aclose()
    except (CancelledError, Exception) as error:
        loop.call_exception_handler({
            "message": f"an error occurred during closing of asynchronous generator {generator!r}",
            "exception": error,
            "asyncgen": generator,
        })


async def shutdown_asyncgens(loop):
    """Closes all open async generators of the loop at the same time."""
    generators = loop._open_asyncgens()
    if generators:
        from asyncio import gather

        await gather(*[_close(loop, generator) for generator in generators])


async def shutdown_default_executor(loop, timeout=None):
    """There are no executors yet, so none has to be waited for."""
