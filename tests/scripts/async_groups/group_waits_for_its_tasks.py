# The exit of a TaskGroup awaits every task, also those that children make meanwhile.
import asyncio

async def child(group, depth):
    await asyncio.sleep(0)
    print("child", depth)
    if depth:
        group.create_task(child(group, depth - 1))
    return depth

async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(child(group, 2), name="first")
        second = group.create_task(child(group, 0), context=None)
        print(first.get_name(), isinstance(second, asyncio.Task))
    print(first.result(), second.result(), group)
    asyncio.get_running_loop().call_soon(print, "next tick")
    async with asyncio.TaskGroup() as group:
        pass
    print("an empty group does not suspend")

asyncio.run(main())
