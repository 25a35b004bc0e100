# SPDX-License-Identifier: MIT
"""What blocks or computes runs beside the loop: in threads and in other processes."""

import asyncio
import sys
import threading
from concurrent.futures import ThreadPoolExecutor


def blocking(gate, name):
    """Blocks its thread until somebody opens the gate, as a slow disk or an old library would."""
    gate.wait()
    return name, threading.current_thread() is threading.main_thread()


def report(loop, heard):
    """Runs in a thread, which must not touch what belongs to the loop. It leaves a call there."""
    loop.call_soon_threadsafe(heard.set_result, "news from a thread")


async def main():
    loop = asyncio.get_running_loop()
    gate = threading.Event()
    answer = asyncio.create_task(asyncio.to_thread(blocking, gate, "to_thread"))
    await asyncio.sleep(0)
    print("the thread blocks, the loop goes on; answer is there:", answer.done())
    gate.set()
    print("result, in the main thread:", await answer)

    with ThreadPoolExecutor(max_workers=2) as pool:
        squares = [loop.run_in_executor(pool, pow, number, 2) for number in range(5)]
        print("from a pool of two threads:", await asyncio.gather(*squares))

    heard = loop.create_future()
    thread = threading.Thread(target=report, args=(loop, heard))
    thread.start()
    print("call_soon_threadsafe:", await heard)
    thread.join()

    program = "import sys; text = sys.stdin.read(); print(text.upper(), end=''); sys.exit(3)"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    output, errors = await process.communicate(b"from one process to another\n")
    print("a process wrote", output, "- its exit status:", process.returncode)


asyncio.run(main())
