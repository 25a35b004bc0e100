import copy
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
