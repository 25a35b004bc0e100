import copy
class A:
    def __init__(s,x): s.x=x
    def __repr__(s): return f"A({s.x})"
a=A([1]); b=copy.copy(a); c=copy.deepcopy(a); print(b,c,b.x is a.x, c.x is a.x)
