import asyncio

made = []

def factory():
    made.append(asyncio.SelectorEventLoop())
    return made[-1]

async def main():
    loop = asyncio.get_running_loop()
    return loop is made[0], loop.get_debug()

print(asyncio.run(main(), debug=True, loop_factory=factory))
print(made[0].is_closed(), made[0].is_running())
