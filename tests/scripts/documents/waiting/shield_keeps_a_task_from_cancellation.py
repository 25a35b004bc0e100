import asyncio

async def save():
    await asyncio.sleep(0.001)
    return "saved"

async def main():
    task = asyncio.create_task(save())
    shielded = asyncio.shield(task)
    print(shielded.cancel())
    try:
        await shielded
    except asyncio.exceptions.CancelledError:
        print("somebody tried", task.done(), task.cancelled())
        print(await task)

asyncio.run(main())
