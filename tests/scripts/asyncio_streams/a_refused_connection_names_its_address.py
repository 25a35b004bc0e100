import asyncio, socket

async def main():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        try:
            await asyncio.open_connection("127.0.0.1", port)
        except ConnectionRefusedError as error:
            print(str(error).replace(str(port), "PORT"))

asyncio.run(main())
