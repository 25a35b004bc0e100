# What looks like a future to asyncio.isfuture can be gathered.
import asyncio

class Foreign:
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self.loop = loop
        self.callbacks = []
        self.ended = False
        self.error = None

    def get_loop(self):
        return self.loop

    def add_done_callback(self, function, *, context=None):
        self.callbacks.append(function)

    def done(self):
        return self.ended

    def cancelled(self):
        return False

    def exception(self):
        return self.error

    def result(self):
        return "foreign"

    def cancel(self, msg=None):
        print("cancel", msg)
        self.end(ValueError("cancelled"))
        return True

    def end(self, error=None):
        self.ended = True
        self.error = error
        for function in self.callbacks:
            self.loop.call_soon(function, self)

async def main():
    loop = asyncio.get_running_loop()
    for end in ("result", "error", "cancel"):
        foreign = Foreign(loop)
        future = asyncio.gather(foreign, asyncio.sleep(0, "own"))
        match end:
            case "result":
                loop.call_soon(foreign.end)
            case "error":
                loop.call_soon(foreign.end, KeyError("error"))
            case "cancel":
                print(future.cancel("please"))
        try:
            print(await future)
        except (KeyError, ValueError, asyncio.CancelledError) as error:
            print(repr(error))

asyncio.run(main())
