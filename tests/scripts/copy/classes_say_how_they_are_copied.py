import copy
class Sl:
    __slots__=('a','b')
s=Sl(); s.a=[1]; z=copy.copy(s); print(z.a is s.a, hasattr(z,'b'), copy.deepcopy(s).a is s.a, s.__getstate__())
class Cp:
    def __copy__(s): return 'copied'
    def __deepcopy__(s,memo): return 'deep'
print(copy.copy(Cp()), copy.deepcopy([Cp()]))
class R:
    def __init__(s,v): s.v=v
    def __reduce__(s): return (R,(s.v+1,))
print(copy.copy(R(1)).v)
class N:
    def __new__(cls, v): o=super().__new__(cls); o.v=v; return o
    def __getnewargs__(s): return (s.v,)
print(copy.copy(N(3)).v)
