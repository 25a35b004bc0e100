# since 3.14
# Binary, reflected, in-place and unary operators and comparisons call what the type has, bound as an attribute is.
import operator
from _matrix import show

NAMES = {'add': operator.add, 'sub': operator.sub, 'mul': operator.mul, 'matmul': operator.matmul,
         'truediv': operator.truediv, 'floordiv': operator.floordiv, 'mod': operator.mod, 'pow': operator.pow,
         'lshift': operator.lshift, 'rshift': operator.rshift, 'and': operator.and_, 'or': operator.or_,
         'xor': operator.xor, 'divmod': divmod}
SYMBOLS = {'add': '+', 'sub': '-', 'mul': '*', 'matmul': '@', 'truediv': '/', 'floordiv': '//', 'mod': '%',
           'pow': '**', 'lshift': '<<', 'rshift': '>>', 'and': '&', 'or': '|', 'xor': '^'}


def statement(symbol):
    space = {}
    exec(f'def run(x):\n    x {symbol}= 1\n    return x\n', space)
    return space['run']


for name, function in NAMES.items():
    if name in SYMBOLS:
        written = eval(f'lambda x: x {SYMBOLS[name]} 1')
        reflected = eval(f'lambda x: 1 {SYMBOLS[name]} x')
        show(f'__{name}__', 'made', written, lambda x: function(x, 1))
        show(f'__r{name}__', 'made', reflected, lambda x: function(1, x))
        show(f'__i{name}__', 'made', statement(SYMBOLS[name]), lambda x: getattr(operator, f'i{name}')(x, 1))
    else:
        show(f'__{name}__', 'made', lambda x: function(x, 1))
        show(f'__r{name}__', 'made', lambda x: function(1, x))
show('__pow__', 'made', lambda x: pow(x, 2, 5))
show('__rpow__', 'made', lambda x: pow(2, x))
for name in 'lt', 'le', 'eq', 'ne', 'gt', 'ge':
    symbol = {'lt': '<', 'le': '<=', 'eq': '==', 'ne': '!=', 'gt': '>', 'ge': '>='}[name]
    show(f'__{name}__', 'made', eval(f'lambda x: x {symbol} 1'), eval(f'lambda x: 1 {symbol} x'),
         lambda x: getattr(operator, name)(x, 1), eval(f'lambda x: "yes" if x {symbol} 1 else "no"'))
show('__eq__', True, lambda x: 1 in [x], lambda x: [1].index(x), lambda x: x in {}, lambda x: [x] == [1])
show('__lt__', False, lambda x: len(sorted([x, x])), lambda x: max(x, 1))
for name, symbol in ('neg', '-'), ('pos', '+'), ('invert', '~'):
    show(f'__{name}__', 'made', eval(f'lambda x: {symbol}x'), lambda x: getattr(operator, name)(x))
show('__abs__', 'made', abs)
