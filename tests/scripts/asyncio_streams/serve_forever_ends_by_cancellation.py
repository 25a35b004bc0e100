import asyncio

async def main():
    server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0, start_serving=False)
    print(server.is_serving())
    serving = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).partition(" <")[0], str(error).rpartition("> ")[2])
    serving.cancel()
    print(repr((await asyncio.gather(serving, return_exceptions=True))[0]), server.is_serving())

asyncio.run(main())
