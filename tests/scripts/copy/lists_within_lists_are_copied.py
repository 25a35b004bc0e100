import copy
l=[1,[2,3],{'a':[4]},(5,[6])]; l.append(l)
m=copy.deepcopy(l); print(m[1] is l[1], m[4] is m, m)
m=copy.copy(l); print(m[1] is l[1])
