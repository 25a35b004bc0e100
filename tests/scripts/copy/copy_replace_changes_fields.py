import copy
from collections import *
def t(f,*a,**k):
    try: print('ok',f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
P=namedtuple('P','a b'); p=P(1,[2]); print(copy.copy(p), copy.deepcopy(p), copy.replace(p,a=5))
t(copy.replace,5,a=1)
