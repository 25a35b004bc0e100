# ouro-only: the exit status
import asyncio


async def wait():
    try:
        await asyncio.Event().wait()
    finally:
        print("finally")


async def main():
    asyncio.create_task(wait(), name="left")
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context["message"], context["task"].get_name()))
loop.run_until_complete(main())
print("end")
