import copy
import types
class A:
    def __init__(s,x): s.x=x
    def __repr__(s): return f"A({s.x})"
print(A(1).__reduce_ex__(2)[1:3])
g=types.SimpleNamespace(a=[1]); h=copy.deepcopy(g); print(h, h.a is g.a)
print(copy.deepcopy(A(1).__repr__)())
