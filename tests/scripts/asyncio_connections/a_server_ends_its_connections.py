# close() leaves the connections that there are; close_clients() and abort_clients() end them.
import asyncio


class Client(asyncio.Protocol):
    def connection_made(self, transport):
        self.ended = asyncio.get_running_loop().create_future()

    def connection_lost(self, error):
        self.ended.set_result(None)


async def end(method):
    loop = asyncio.get_running_loop()
    accepted = loop.create_future()

    def serve():
        accepted.set_result(None)
        return asyncio.Protocol()

    server = await loop.create_server(serve, "127.0.0.1", 0)
    transport, client = await loop.create_connection(Client, *server.sockets[0].getsockname())
    await accepted
    server.close()
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0)
    print(method, waiting.done(), client.ended.done())
    getattr(server, method)()
    await waiting
    await client.ended
    print("ended")


async def main():
    await end("close_clients")
    await end("abort_clients")


asyncio.run(main())
