import atexit
import sys


@atexit.register
def last():
    print("last")


atexit.register(print, "with", "arguments", sep="-")
atexit.register(last)
atexit.unregister(last)
try:
    atexit.register(5)
except TypeError as error:
    print(error)
atexit.register(last)
print("end of the script")
sys.exit(3)
