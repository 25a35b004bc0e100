# SPDX-License-Identifier: MIT
# A process that has nothing to do, to be weighed.
import time

print("ready", flush=True)
time.sleep(600)
