# args: one --two 3
import sys
print(sys.argv)
