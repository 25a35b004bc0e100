import sys
class Own(Exception): pass
class Quiet(Exception):
    def __str__(self): return ""
class Broken(Exception):
    def __str__(self): raise ValueError
raise Own("with", 2, "arguments")
