# run takes coroutines and not just anything, and cannot be nested.
import asyncio

async def nothing():
    pass

async def main():
    coroutine = nothing()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.Runner().run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()

asyncio.run(main())
for wrong in (5, nothing, None):
    try:
        asyncio.run(wrong)
    except (TypeError, ValueError):
        print("refused")
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
