import sys

sys.excepthook = lambda kind, value, traceback: [][0]
1 / 0
