import asyncio

async def main(word):
    await asyncio.sleep(0)
    return word * 2

print(asyncio.run(main("ab")))
print(asyncio.run(main=main("cd"), debug=False))
