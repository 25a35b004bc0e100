# SPDX-License-Identifier: MIT
# tests/differential/run.py --kind language --show 3006
import re


def show(value, depth=0):
    """The text of a value: sets in one order, no addresses."""
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + str(sorted(show(item) for item in value))
    if type(value) in (list, tuple) and depth < 5:
        return f"{type(value).__name__}({', '.join(show(item, depth + 1) for item in value)})"
    if type(value) is dict and depth < 5:
        return "{" + ", ".join(f"{show(key, depth + 1)}: {show(item, depth + 1)}" for key, item in value.items()) + "}"
    return re.sub("0x[0-9a-f]{6,}", "0x", repr(value))[:300]


def failed(error):
    text = re.sub("0x[0-9a-f]{6,}", "0x", str(error))[:300]
    links = [type(x).__name__ for x in (error.__cause__, error.__context__) if x]
    print("   ", type(error).__name__, text, *links)


class Number:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Number({self.n!r})"

    def __add__(self, other):
        return Number(self.n + other) if isinstance(other, int) else NotImplemented

    def __radd__(self, other):
        return Number(other + self.n)

    def __eq__(self, other):
        return isinstance(other, Number) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __index__(self):
        return self.n


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print("    enter")
        return self

    def __exit__(self, kind, error, traceback):
        print("    exit", kind and kind.__name__)
        return self.swallow


walrus = other = None
try:
    if list({'  two  words ': 7, 10: 1}.items()):
        v1 = list(enumerate('{0!r:>10}|{x[0]}'.format('{}', x=[10, 'Hello World']).translate({97: 'A', 98: None}), 3))
        print(show(v1))
except Exception as error:
    failed(error)
try:
    i2 = 0
    while i2 < 2:
        i2 += 1
        v3 = ((min(max(('',)), int('aXbXc'))) % 1000 ** 1)
        print(show(v3))
        class C4(Number):
            pass
            @classmethod
            def made(*args):
                return len(args)
            def __getattr__(self, name):
                return name
            def __contains__(self, item):
                return sum([float.fromhex(((-2.5 / -2.5)).hex()), ((1) ** -2 * (123456.789 % 10)), ((other := -2**63) * b'Hello'[5])])
            def __call__(self, *args, **more):
                return args, more
            def __format__(self, spec):
                return f'<{spec}>'
        o5 = C4(3)
        try:
            print(show((walrus := ({1: 0} | dict.fromkeys(bytes(range(5)), 0))) ** o5))
        except Exception as error:
            failed(error)
        try:
            print(show(o5.x))
        except Exception as error:
            failed(error)
        try:
            print(show(o5 == (walrus := bytes.fromhex(b'abc'.hex())[-4])))
        except Exception as error:
            failed(error)
        try:
            print(show(o5 < True))
        except Exception as error:
            failed(error)
        try:
            print(show(f'{o5:>4}'))
        except Exception as error:
            failed(error)
        if list(map(str, (divmod(3, 2**63 - 1) * 2))):
            continue
except Exception as error:
    failed(error)
try:
    print(255, '', sep='', end='' + chr(10))
except Exception as error:
    failed(error)
try:
    match ('-7' + 'tab\there')[:]:
        case _ if pow('ß€😀'.expandtabs(5).count(ascii('aXbXc')), 1, (other := (False & -3**40))):
            print('matched', '_')
        case -1:
            print('matched', '-1')
        case None if (('ǅ'.find('tab\there', 3) is not None) if [] else True):
            print('matched', 'None')
        case nothing:
            print('no case', show(nothing))
except Exception as error:
    failed(error)
try:
    print(show(bytes(list('abc'.center(0, '*').encode()))))
except Exception as error:
    failed(error)
try:
    print(show(b'%d|%s' % (min((2**64).bit_count(), (0 if [3, 10, 1] else -1)), True)))
except Exception as error:
    failed(error)
try:
    match ((bytes((7, 2,)) + b'a,b,c'.replace(b'\x00\xff', b'-')) + b'abc'):
        case None:
            print('matched', 'None')
        case int():
            print('matched', 'int()')
        case nothing:
            print('no case', show(nothing))
except Exception as error:
    failed(error)
try:
    print(show({x: (x, u) for x in b'a,b,c'.strip(b'').upper() for u in range(2)}))
except Exception as error:
    failed(error)
try:
    d6 = hex('tab\there'.count('{}')).title()
    del d6
    print(d6)
except Exception as error:
    failed(error)
