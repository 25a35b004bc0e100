import asyncio

async def visit(group, depth, log):
    log.append(depth)
    if depth:
        for _ in range(2):
            group.create_task(visit(group, depth - 1, log))

async def main():
    log = []
    async with asyncio.TaskGroup() as group:
        group.create_task(visit(group, 3, log))
    print(log)

asyncio.run(main())
