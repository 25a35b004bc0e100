print(1, 2, sep="", end="!\n")
print("a", "b", sep="\n")
print()
print(*"abc", sep=", ", end="")
print("", flush=True)
print("x", end="")
print("y", sep=None, end=None)
try:
    print(1, sep=5)
except TypeError as error:
    print(error)
import sys
print("to stderr", file=sys.stderr)
