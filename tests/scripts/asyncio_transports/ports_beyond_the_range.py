# Ports that do not exist are refused, not taken modulo 65536.
import asyncio


async def main():
    for start in asyncio.open_connection("127.0.0.1", 65536 + 80), asyncio.start_server(print, "127.0.0.1", 99999):
        try:
            await start
        except OverflowError as error:
            print(error)


asyncio.run(main())
