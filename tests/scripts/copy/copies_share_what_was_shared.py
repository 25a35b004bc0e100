import copy
class A:
    def __init__(s,x): s.x=x
    def __repr__(s): return f"A({s.x})"
a=A([1]); b=copy.copy(a); c=copy.deepcopy(a); print(b,c,b.x is a.x, c.x is a.x)
class Sl:
    __slots__=('a','b')
s=Sl(); s.a=[1]; z=copy.copy(s); print(z.a is s.a, hasattr(z,'b'), copy.deepcopy(s).a is s.a, s.__getstate__())
class E(Exception):
    def __init__(s,a,b): super().__init__(a); s.b=b
x=[]; d={'k':x,'j':x}; e=copy.deepcopy(d); print(e['k'] is e['j'])
class Nd:
    def __init__(s): s.me=s
n=Nd(); k=copy.deepcopy(n); print(k.me is k)
