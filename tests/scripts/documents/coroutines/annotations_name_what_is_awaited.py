import asyncio
from asyncio import Task
from collections.abc import AsyncGenerator, Awaitable, Coroutine
from typing import Any, Literal, Self

class Lists:
    anything: list[Awaitable[str]] = []
    made: list[Coroutine[Any, Any, str]] = []
    tasks: list[Task[str]] = []

print(Lists.__annotations__["anything"])
print(Lists.__annotations__["made"])
task = Lists.__annotations__["tasks"].__args__[0]
print(task.__origin__ is asyncio.Task, task.__args__)

class Device:
    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind, error, trace) -> Literal[False]:
        return False

    async def names(self) -> AsyncGenerator[str]:
        yield "router"

async def main(limit: int = 1) -> None:
    async with Device() as device:
        print([name async for name in device.names()][:limit])

print(Device.__aenter__.__annotations__, Device.__aexit__.__annotations__, Device.names.__annotations__)
asyncio.run(main())
