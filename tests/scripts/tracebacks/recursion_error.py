import sys
sys.setrecursionlimit(100)
def again(x):
    return again(x)
again(1)
