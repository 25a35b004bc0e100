# An exception of main leaves run with a traceback through the awaits, in call order.
import asyncio
import traceback

async def inner():
    await asyncio.sleep(0)
    raise ValueError("inner")

async def middle():
    await inner()

async def main():
    await middle()

async def grouped():
    await asyncio.gather(middle())

for function in (main, grouped):
    try:
        asyncio.run(function())
    except ValueError as error:
        names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
        print([name for name in names if name in ("inner", "middle", "main", "grouped")])
