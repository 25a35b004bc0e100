import asyncio

async def inner():
    return "inner"

async def main():
    made = inner()
    try:
        asyncio.run(made)
    except RuntimeError as error:
        print(error)
    return await made

for _ in range(2):
    print(asyncio.run(main()))
