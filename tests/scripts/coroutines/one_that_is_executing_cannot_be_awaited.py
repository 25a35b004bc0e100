import asyncio


def report(how, error):
    print(how, type(error).__name__, error)


async def again(coroutine, how):
    try:
        print(how, await coroutine)
    except BaseException as error:
        report(how, error)


def drive(coroutine, how):
    try:
        print(how, again(coroutine, how).send(None))
    except StopIteration:
        pass
    for name, call in (("send", lambda: coroutine.send(None)), ("throw", lambda: coroutine.throw(ValueError("v"))), ("close", coroutine.close), ("next", lambda: next(coroutine.__await__()))):
        try:
            print(how, name, call())
        except BaseException as error:
            report(how + " " + name, error)


async def main():
    # a native coroutine, while its predicate runs
    condition = asyncio.Condition()
    event = False
    def predicate():
        if event:
            drive(waiting, "native")
        return event
    async with condition:
        waiting = condition.wait_for(predicate)
        task = asyncio.create_task(coroutine_of(condition, waiting))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    event = True
    async with condition:
        condition.notify_all()
    print(await task)

    # the same, never suspended
    async with condition:
        waiting = condition.wait_for(predicate)
        print(await waiting)

    # a script coroutine
    async def itself():
        await asyncio.sleep(0)
        drive(running, "script")
        await inner()
        return 1

    async def inner():
        drive(running, "outer script")
        await asyncio.sleep(0)
        drive(running, "outer script again")

    running = itself()
    print(await running)
    await again(running, "closed")


async def coroutine_of(condition, waiting):
    async with condition:
        return await waiting


asyncio.run(main())
