# SPDX-License-Identifier: MIT
#
# Executors of a loop: what native code calls.
import asyncio
import concurrent.futures
import threading
import warnings


def make_default_executor():
    return concurrent.futures.ThreadPoolExecutor(thread_name_prefix="asyncio")


def is_thread_pool(executor):
    return isinstance(executor, concurrent.futures.ThreadPoolExecutor)


async def shutdown(loop, executor, timeout):
    """Wait in a thread, so that the loop goes on meanwhile."""
    done = loop.create_future()

    def finish():
        executor.shutdown(wait=True)
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: done.done() or done.set_result(None))

    thread = threading.Thread(target=finish)
    thread.start()
    try:
        async with asyncio.timeout(timeout):
            await done
    except TimeoutError:
        warnings.warn(f"The executor did not finishing joining its threads within {timeout} seconds.",
                      RuntimeWarning, stacklevel=2)
        executor.shutdown(wait=False)
    else:
        thread.join()
