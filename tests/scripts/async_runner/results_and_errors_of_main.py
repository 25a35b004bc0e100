# The result, the exception or the cancellation of main leaves run.
import asyncio

async def main(end):
    await asyncio.sleep(0)
    match end:
        case "result":
            return {"main": 1}
        case "exit":
            raise SystemExit(7)
        case "cancel":
            asyncio.current_task().cancel("itself")
            await asyncio.sleep(0)
        case error:
            raise error

for end in ("result", ValueError("main"), "exit", "cancel", KeyboardInterrupt("own")):
    try:
        print(asyncio.run(main(end)))
    except BaseException as error:
        print(repr(error))
