import asyncio
from typing import Literal, Self

class Both:
    def __enter__(self) -> Self:
        print("plain enter")
        return self

    def __exit__(self, kind, error, trace) -> Literal[False]:
        print("plain exit")
        return False

    async def __aenter__(self) -> Self:
        print("async enter")
        return self

    async def __aexit__(self, kind, error, trace) -> Literal[False]:
        print("async exit")
        return False

async def main():
    with Both() as one:
        print(type(one).__name__)
    async with Both() as two:
        print(type(two).__name__)

asyncio.run(main())
