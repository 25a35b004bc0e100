import asyncio
import gc
import warnings

async def forgotten():
    pass

async def main():
    forgotten()
    gc.collect()

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    asyncio.run(main(), debug=True)
for warning in seen:
    lines = str(warning.message).splitlines()
    print(lines[0], lines[1:2], lines[-1:], sep="\n")
