# Under debug the loop knows the place; the warning itself is the same.
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
print([str(warning.message).splitlines()[0] for warning in seen])
