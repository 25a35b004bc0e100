# since 3.14: all names of event loop policies are deprecated.
import asyncio
import warnings

warnings.simplefilter("ignore")
asyncio.set_event_loop_policy(None)
for get in (asyncio.get_event_loop, lambda: asyncio.set_event_loop(3), lambda: asyncio.set_event_loop_policy(3)):
    try:
        get()
    except (RuntimeError, TypeError) as error:
        print(error)

warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    asyncio.get_event_loop_policy()
    asyncio.set_event_loop_policy(None)
    asyncio.AbstractEventLoopPolicy, asyncio.DefaultEventLoopPolicy
for warning in caught:
    print(warning.category.__name__, warning.message)
