# SPDX-License-Identifier: MIT
"""The event loop: calls that wait for their turn, calls that wait for their time, and a future."""

import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "  ready: first")
    loop.call_soon(print, "  ready: second")
    loop.call_later(0.02, print, "  timer: later")
    loop.call_later(0.01, print, "  timer: sooner")
    print("  main goes on, nothing of that has run")
    await asyncio.sleep(0)
    print("  main again, after one turn of the loop")

    answer = loop.create_future()
    loop.call_later(0.03, answer.set_result, 42)
    print("  main waits:", answer.done())
    print("  main has", await answer, answer.done())

    loop.call_later(0.01, print, "  timer: due long ago")
    time.sleep(0.03)
    print("  nobody else ran while main slept without await")
    await asyncio.sleep(0)
    return "the result of main"


print("The loop runs:")
print("It ended with", asyncio.run(main()))
