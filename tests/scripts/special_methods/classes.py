# since 3.14
# Making, calling, checking and deriving classes call what the type has, bound as an attribute is.
from _matrix import show


def in_class(name, attribute):
    return type('Meta', (type,), {name: attribute})('Class', (), {})


def with_attribute(name, attribute):
    return type('C', (), {name: attribute})


def derive(x):
    class Derived(x, option=1):
        pass
    return Derived


def derive_plain(x):
    class Derived(x):
        pass
    return Derived


def with_metaclass(x):
    class Made(metaclass=x):
        y = 1
    return type(Made).__name__


def with_set_name(x):
    class Owner:
        name = x
    return 'made'


def match(x):
    match 3:
        case x():
            return 'matched'
    return 'not'


show('__call__', 'result', lambda x: x(), lambda x: x(1, b=2), lambda x: x(*(1, 2)), lambda x: list(map(x, [1]))[0],
     lambda x: callable(x))
show('__init__', None, lambda x: type(x()).__name__, lambda x: type(x(1, b=2)).__name__, lambda x: type(x(*[1])).__name__,
     make=with_attribute)
show('__new__', 'made', lambda x: x(), lambda x: x(1, b=2), make=with_attribute)
show('__call__', 'result', lambda x: x(1), lambda x: x(b=1), make=in_class)
show('__instancecheck__', True, lambda x: isinstance(3, x), lambda x: isinstance(3, (str, x)), make=in_class)
show('__subclasscheck__', True, lambda x: issubclass(int, x), lambda x: issubclass(int, (str, x)), make=in_class)
show('__instancecheck__', True, lambda x: isinstance(3, x))
show('__subclasscheck__', True, lambda x: issubclass(int, x))
show('__init_subclass__', None, derive, derive_plain, make=with_attribute, skip=('partialmethod',))
show('__class_getitem__', 'item', lambda x: x[1], lambda x: x[1, 2], make=with_attribute)
show('__getitem__', 'item', lambda x: x[1], make=in_class)
show('__iter__', lambda: iter([1, 2]), lambda x: tuple(x), make=in_class)
show('__len__', 3, len, make=in_class)
show('__bool__', False, bool, make=in_class)
show('__contains__', True, lambda x: 1 in x, make=in_class)
show('__hash__', 3, hash, make=in_class)
show('__eq__', False, lambda x: x == 1, make=in_class)
show('__repr__', 'text', repr, str, make=in_class)
show('__or__', 'united', lambda x: x | 1, make=in_class)
show('__prepare__', dict, with_metaclass, make=lambda name, attribute: type('Meta', (type,), {name: attribute}))
show('__mro_entries__', (int,), lambda x: derive_plain(x).__bases__)
show('__set_name__', None, with_set_name)
