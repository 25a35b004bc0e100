import asyncio

class Plain:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

class Async:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return False

async def main():
    for statement in ("plain", "async"):
        try:
            if statement == "plain":
                with Async():
                    pass
            else:
                async with Plain():
                    pass
        except TypeError as error:
            print(str(error).partition(" (missed")[0])

asyncio.run(main())
