# Futures of other make that call back at once, or more than once, do no harm to gather.
# ouro-only: CPython waits for ever
import asyncio

class Hasty:
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self.get_loop = lambda: loop

    def done(self):
        return False

    def cancelled(self):
        return False

    def exception(self):
        return None

    def result(self):
        return "hasty"

    def add_done_callback(self, function, *, context=None):
        function(self)
        function(self)

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(Hasty(loop)))
    print(await asyncio.gather(Hasty(loop), Hasty(loop)))
    gathering = asyncio.gather(loop.create_future())
    for wrong in (None, gathering):
        try:
            gathering._child_done(wrong)
        except (AttributeError, asyncio.InvalidStateError) as error:
            print(error)
    try:
        asyncio.gather(asyncio.Future.__new__(asyncio.Future))
    except RuntimeError as error:
        print(error)

asyncio.run(main())
