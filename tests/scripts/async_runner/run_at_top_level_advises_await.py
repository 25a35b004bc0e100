# ouro-only: top-level await
import asyncio


async def main():
    return 1


coroutine = main()
print(await asyncio.sleep(0, "awaited"))
for run in asyncio.run, asyncio.Runner().run:
    try:
        run(coroutine)
    except RuntimeError as error:
        print(error)
print(await coroutine)


async def main():
    try:
        asyncio.run(None)
    except RuntimeError as error:
        print(error)


await asyncio.create_task(main())
