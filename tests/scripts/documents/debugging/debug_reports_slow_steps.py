import asyncio
import logging
import time

class Collect(logging.Handler):
    def emit(self, record):
        message = record.getMessage()
        print(record.levelname, message.split()[0], message.split()[1], message.split()[-3], message.split()[-1])

logger = logging.getLogger("asyncio")
logger.addHandler(Collect())
logger.propagate = False
logger.setLevel(logging.WARNING)

async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    loop.slow_callback_duration = 0.01
    await asyncio.sleep(0)
    time.sleep(0.05)
    await asyncio.sleep(0)

asyncio.run(main(), debug=True)
