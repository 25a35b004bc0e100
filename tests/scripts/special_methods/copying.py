# since 3.14
# copy, pickling's protocol and sys.getsizeof call what the type has, bound as an attribute is.
import copy
import sys
from _matrix import show

show('__copy__', 'copied', copy.copy)
show('__deepcopy__', 'copied', copy.deepcopy)
show('__reduce_ex__', 'name', copy.copy)
show('__reduce__', lambda: (int, (5,)), copy.copy, lambda x: x.__reduce_ex__(2)[1])
show('__getstate__', lambda: {'a': 1}, lambda x: copy.copy(x).a)
show('__setstate__', None, lambda x: copy.copy(x).a,
     make=lambda name, attribute: type('C', (), {name: attribute, '__getstate__': lambda self: {'a': 1}})())
show('__getnewargs__', (1,), lambda x: type(copy.copy(x)).__name__)
show('__getnewargs_ex__', ((1,), {}), lambda x: type(copy.copy(x)).__name__)
show('__sizeof__', 100, lambda x: sys.getsizeof(x) >= 100)
