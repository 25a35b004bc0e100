import asyncio, tempfile

async def main():
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryFile() as file:
        for connect in loop.connect_read_pipe, loop.connect_write_pipe:
            try:
                await connect(asyncio.Protocol, file)
            except ValueError as error:
                print(error)

asyncio.run(main())
