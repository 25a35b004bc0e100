import asyncio

class Reply:
    def __init__(self, result):
        self.result = result

class Connection:
    def __init__(self, host, port=22):
        self._target = f"{host}:{port}"

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *error):
        print("disconnected from", self._target)

    async def send(self, command):
        await asyncio.sleep(0)
        return Reply(f"{self._target}> {command}")

async def main():
    device = {"host": "local", "port": 2022}
    async with Connection(**device) as connection:
        print((await connection.send("show version")).result)

asyncio.run(main())
