import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    for wrong in (future, 5):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).partition("<Future")[0])

asyncio.run(main())
