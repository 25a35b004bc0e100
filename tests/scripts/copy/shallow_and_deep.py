import copy
from collections import *
import types
def t(f,*a,**k):
    try: print('ok',f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
class A:
    def __init__(s,x): s.x=x
    def __repr__(s): return f"A({s.x})"
a=A([1]); b=copy.copy(a); c=copy.deepcopy(a); print(b,c,b.x is a.x, c.x is a.x)
l=[1,[2,3],{'a':[4]},(5,[6])]; l.append(l)
m=copy.deepcopy(l); print(m[1] is l[1], m[4] is m, m)
m=copy.copy(l); print(m[1] is l[1])
for x in (deque([1,[2]],5), OrderedDict(a=[1]), defaultdict(list,a=[1]), Counter('aab'), {1,2}, frozenset([1]), (1,2), "s", 5, None, range(3), ValueError("x",[1])):
    print(copy.copy(x), copy.deepcopy(x), type(copy.deepcopy(x)))
class L(list): pass
q=L([1,[2]]); q.attr=[3]; r=copy.deepcopy(q); print(r, r.attr, type(r), r.attr is q.attr, copy.copy(q).attr is q.attr)
class D(dict): pass
q=D(a=[1]); q.z=1; print(copy.deepcopy(q), copy.copy(q).z)
class T(tuple): pass
print(copy.deepcopy(T([1,[2]])), type(copy.copy(T())))
class S(str): pass
s=S('abc'); s.k=1; print(copy.copy(s), copy.copy(s).k, type(copy.deepcopy(s)))
class I(int): pass
print(copy.copy(I(5)), type(copy.copy(I(5))))
class Sl:
    __slots__=('a','b')
s=Sl(); s.a=[1]; z=copy.copy(s); print(z.a is s.a, hasattr(z,'b'), copy.deepcopy(s).a is s.a, s.__getstate__())
class St:
    def __getstate__(s): return {'q':1}
    def __setstate__(s,st): s.__dict__.update(st); s.w=2
z=copy.copy(St()); print(z.__dict__)
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
def f(): pass
print(copy.copy(f) is f, copy.deepcopy(A) is A, copy.copy(len) is len)
t(copy.copy,(i for i in [])); 
t(copy.copy, types); 
P=namedtuple('P','a b'); p=P(1,[2]); print(copy.copy(p), copy.deepcopy(p), copy.replace(p,a=5))
t(copy.replace,5,a=1)
class E(Exception):
    def __init__(s,a,b): super().__init__(a); s.b=b
x=[]; d={'k':x,'j':x}; e=copy.deepcopy(d); print(e['k'] is e['j'])
class Nd:
    def __init__(s): s.me=s
n=Nd(); k=copy.deepcopy(n); print(k.me is k)
print(A(1).__reduce_ex__(2)[1:3])
g=types.SimpleNamespace(a=[1]); h=copy.deepcopy(g); print(h, h.a is g.a)
print(copy.deepcopy(A(1).__repr__)())
