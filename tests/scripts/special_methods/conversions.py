# since 3.14
# Conversions to text, numbers, truth and hashes call what the type has, bound as an attribute is.
import math
import operator
import os
from _matrix import show

for name, result, *expressions in [
        ('__repr__', 'text', repr, lambda x: f'{x!r}', lambda x: '%r' % x, lambda x: str([x]), ascii),
        ('__str__', 'text', str, lambda x: f'{x!s}', lambda x: '%s' % x, lambda x: ''.join([str(x)])),
        ('__format__', 'text', format, lambda x: f'{x:>3}', lambda x: '{:<4}'.format(x)),
        ('__bytes__', b'text', lambda x: bytes(x).decode(), lambda x: (b'%b' % x).decode()),
        ('__bool__', True, bool, lambda x: not x, lambda x: 'yes' if x else 'no', lambda x: any([x]), operator.truth),
        ('__len__', 3, len, bool, lambda x: not x, lambda x: 'yes' if x else 'no', operator.length_hint),
        ('__hash__', 7, hash, lambda x: len({x}), lambda x: {}.get(x), lambda x: hash((x,)) == hash((7,))),
        ('__index__', 2, operator.index, int, float, bin, lambda x: [1, 2, 3][x], lambda x: 'ab' * x,
         lambda x: list(range(x)), lambda x: 'abc'[:x], lambda x: '%d' % x, lambda x: '%x' % x, chr, bytes,
         lambda x: round(2.125, x)),
        ('__int__', 2, int, lambda x: '%d' % x, lambda x: '%x' % x),
        ('__float__', 2.0, float, lambda x: '%.1f' % x, math.sqrt),
        ('__round__', 'rounded', round, lambda x: round(x, 2), lambda x: round(x, ndigits=2)),
        ('__trunc__', 'cut', math.trunc),
        ('__floor__', 'low', math.floor),
        ('__ceil__', 'high', math.ceil),
        ('__fspath__', 'path', os.fspath, os.path.basename),
        ('__length_hint__', 4, operator.length_hint, lambda x: operator.length_hint(x, 9)),
]:
    show(name, result, *expressions)
