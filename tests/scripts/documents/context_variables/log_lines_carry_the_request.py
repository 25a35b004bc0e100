import asyncio
import logging
import sys
from contextvars import ContextVar

request = ContextVar("request", default="-")

class AddRequest(logging.Filter):
    def filter(self, record):
        record.request = request.get()
        return True

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[%(request)s] %(message)s"))
handler.addFilter(AddRequest())
logger = logging.getLogger("service")
logger.addHandler(handler)
logger.setLevel(logging.INFO)

async def handle(number):
    request.set(f"r{number}")
    logger.info("begin")
    await asyncio.sleep(0)
    logger.info("end")

async def main():
    logger.info("serving")
    await asyncio.gather(handle(1), handle(2))

asyncio.run(main())
