# SPDX-License-Identifier: MIT
# A process that has imported asyncio and nothing to do, to be weighed.
import asyncio
import time

print("ready", flush=True)
time.sleep(600)
