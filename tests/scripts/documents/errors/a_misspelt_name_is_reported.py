import asyncio

try:
    asyncio.get_runnin_loop()
except AttributeError as error:
    print(error, error.name, error.obj is asyncio)
