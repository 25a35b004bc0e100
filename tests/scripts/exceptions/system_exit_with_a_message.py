import sys
print("before")
sys.exit("stopped: no work")
