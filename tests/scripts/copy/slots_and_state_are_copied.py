import copy
class S(str): pass
s=S('abc'); s.k=1; print(copy.copy(s), copy.copy(s).k, type(copy.deepcopy(s)))
class Sl:
    __slots__=('a','b')
s=Sl(); s.a=[1]; z=copy.copy(s); print(z.a is s.a, hasattr(z,'b'), copy.deepcopy(s).a is s.a, s.__getstate__())
class St:
    def __getstate__(s): return {'q':1}
    def __setstate__(s,st): s.__dict__.update(st); s.w=2
z=copy.copy(St()); print(z.__dict__)
