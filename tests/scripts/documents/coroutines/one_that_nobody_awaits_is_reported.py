import gc
import warnings

async def forgotten():
    print("never seen")

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    forgotten()
    gc.collect()
print([(warning.category.__name__, str(warning.message)) for warning in seen])
