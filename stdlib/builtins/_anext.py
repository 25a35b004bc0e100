# SPDX-License-Identifier: MIT
#
# What anext(iterator, default) returns.


async def anext_or_default(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default
