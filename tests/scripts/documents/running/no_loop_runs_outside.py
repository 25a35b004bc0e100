import asyncio

try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)

async def work():
    return 1

made = work()
try:
    asyncio.create_task(made)
except RuntimeError as error:
    print(error)
made.close()

async def main():
    return asyncio.get_running_loop() is asyncio.get_running_loop(), asyncio.get_running_loop().is_running()

print(asyncio.run(main()))
