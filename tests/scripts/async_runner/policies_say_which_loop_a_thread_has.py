import asyncio
import warnings

warnings.simplefilter("ignore")
print(asyncio.get_event_loop_policy() is asyncio.get_event_loop_policy())




class Policy(asyncio.AbstractEventLoopPolicy):
    loop = None

    def new_event_loop(self):
        print("new_event_loop")
        return asyncio.SelectorEventLoop()

    def set_event_loop(self, loop):
        print("set_event_loop", loop is not None)
        self.loop = loop

    def get_event_loop(self):
        print("get_event_loop")
        return self.loop


async def main():
    asyncio.get_event_loop()


asyncio.set_event_loop_policy(Policy())
asyncio.run(main())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, asyncio.Future().get_loop() is loop)
loop.close()

asyncio.set_event_loop_policy(None)
asyncio.run(main())
