# since 3.14: get_event_loop makes no loop any more.
import asyncio

try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
