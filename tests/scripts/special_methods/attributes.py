# since 3.14
# Attribute access and descriptors call what the type has. `__get__` alone is called unbound, with the descriptor first.
from _matrix import show


def assign(x):
    x.name = 2


def delete(x):
    del x.name


def holder(name, attribute):
    """An instance whose class has a descriptor with that special method."""
    descriptor = type('Descriptor', (), {name: attribute})()
    return type('Owner', (), {'name': descriptor})()


def in_class(name, attribute):
    return type('Meta', (type,), {name: attribute})('Class', (), {})


show('__getattr__', 'value', lambda x: x.name, lambda x: getattr(x, 'name'), lambda x: hasattr(x, 'name'),
     lambda x: getattr(x, 'name', 'otherwise'), lambda x: x.name())
show('__getattribute__', 'value', lambda x: x.name, lambda x: getattr(x, 'name'), lambda x: hasattr(x, 'name'))
show('__setattr__', None, assign, lambda x: setattr(x, 'name', 2))
show('__delattr__', None, delete, lambda x: delattr(x, 'name'))
show('__dir__', lambda: ['b', 'a'], lambda x: tuple(dir(x)))
show('__get__', 'value', lambda x: x.name, lambda x: type(x).name, lambda x: getattr(x, 'name'), make=holder)
show('__set__', None, assign, lambda x: setattr(x, 'name', 2), make=holder)
show('__delete__', None, delete, lambda x: delattr(x, 'name'), make=holder)
show('__getattr__', 'value', lambda x: x.name, lambda x: getattr(x, 'name'), make=in_class)
show('__getattribute__', 'value', lambda x: x.name, lambda x: getattr(x, 'name'), make=in_class)
show('__setattr__', None, assign, lambda x: setattr(x, 'name', 2), make=in_class)
show('__delattr__', None, delete, make=in_class)
show('__dir__', lambda: ['b', 'a'], lambda x: tuple(dir(x)), make=in_class)
