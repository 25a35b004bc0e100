import _values
import _values as again
from _values import a, b as other, get
print(_values is again, a, other is _values.b, get(), _values.__name__, _values.__doc__)
_values.a = 5
print(a, get())
