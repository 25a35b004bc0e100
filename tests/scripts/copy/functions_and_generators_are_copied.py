import copy
import types
def t(f,*a,**k):
    try: print('ok',f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
class A:
    def __init__(s,x): s.x=x
    def __repr__(s): return f"A({s.x})"
def f(): pass
print(copy.copy(f) is f, copy.deepcopy(A) is A, copy.copy(len) is len)
t(copy.copy,(i for i in [])); 
t(copy.copy, types); 
