import sys
print("out")
print("err", file=sys.stderr)
1 + None
