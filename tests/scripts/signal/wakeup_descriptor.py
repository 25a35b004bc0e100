import os
import signal

read, write = os.pipe()
try:
    signal.set_wakeup_fd(write)
except ValueError as error:
    print(str(error).replace(str(write), "N"))
