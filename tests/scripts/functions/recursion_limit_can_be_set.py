import sys

def down(n):
    try:
        return down(n + 1)
    except RecursionError:
        return n

sys.setrecursionlimit(200)
low = down(0)
sys.setrecursionlimit(2000)
high = down(0)
print(low < 200, 1700 < high < 2000, sys.getrecursionlimit())
