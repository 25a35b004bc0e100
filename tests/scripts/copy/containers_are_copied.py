import copy
from collections import *
for x in (deque([1,[2]],5), OrderedDict(a=[1]), defaultdict(list,a=[1]), Counter('aab'), {1,2}, frozenset([1]), (1,2), "s", 5, None, range(3), ValueError("x",[1])):
    print(copy.copy(x), copy.deepcopy(x), type(copy.deepcopy(x)))
