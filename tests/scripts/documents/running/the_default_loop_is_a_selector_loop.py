import asyncio

loop = asyncio.new_event_loop()
print(isinstance(loop, asyncio.SelectorEventLoop), isinstance(loop, asyncio.AbstractEventLoop))
print(type(loop).__name__, asyncio.EventLoop is asyncio.SelectorEventLoop)
loop.close()
