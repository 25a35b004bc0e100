# A function __dir__ in a module says what dir() lists (PEP 562).
import types

module = types.ModuleType('module')
print(sorted(dir(module))[:1])
module.__dir__ = lambda: ['b', 'a']
print(dir(module))
module.__dir__ = lambda: 3
try:
    dir(module)
except TypeError as error:
    print(error)
