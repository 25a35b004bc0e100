import asyncio

async def work(error=None):
    await asyncio.sleep(0)
    if error:
        raise error
    return 42

def tell(name, task):
    def ask(method):
        try:
            return repr(method())
        except asyncio.CancelledError as error:
            return f"raises {type(error).__name__}"
        except Exception as error:
            return f"raises {type(error).__name__}({error})"
    print(name, repr(task).split()[1], task.done(), task.cancelled(), ask(task.exception), ask(task.result))

async def main():
    good, bad, stopped = (asyncio.create_task(work(error)) for error in (None, KeyError("k"), None))
    for name, task in (("good", good), ("bad", bad), ("stopped", stopped)):
        tell(name, task)
    stopped.cancel()
    await asyncio.wait([good, bad, stopped])
    for name, task in (("good", good), ("bad", bad), ("stopped", stopped)):
        tell(name, task)

asyncio.run(main())
