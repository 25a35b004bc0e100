# SPDX-License-Identifier: MIT
# Made by tests/differential/run.py, kind language, from the seed in the name.
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
    print(show('{0} {}'.format(('12' is not True)).split()))
except Exception as error:
    failed(error)
try:
    i1 = 0
    while i1 < 1:
        i1 += 1
        match set():
            case (1 | 2, _):
                print('matched', '(1 | 2, _)')
            case [*all] if {y: (y, y) for y in [2] if isinstance(y, int)}:
                print('matched', '[*all]')
            case int():
                print('matched', 'int()')
            case nothing:
                print('no case', show(nothing))
        v2 = sum(dict(10[2:-1]))
        print(show(v2))
        if list(enumerate((list(enumerate({-1: 6}, (2**31) % 7)) * 1), ((2**31 >> 44)) % 7)):
            continue
    else:
        if format(({-5: 3, 'a': 8}.keys() & {'Hello World', '  two  words ', 'Hello World'}.union([])), '#x'):
            match {x: (x, u) for x in {**{**{1: 1, 0: 5}, **{'  two  words ': 6, 'a': 2}}, **({7: 3, 1: 2} | set())} for u in range(0)}:
                case 1 | 2 if 'tab\there'.upper().replace('{0!r:>11}|{x[0]}'.format(-3**40, x=('',)), '-', 6).split(f"""{b'a,b,c'=}""", ({-5, -5}.difference(b'\x00\xff')) % 7):
                    print('matched', '1 | 2')
                case (str(text), _) if ('aXbXc' if [(x, v) for x in [-1, -1] for v in range(1) if isinstance(x, int)] else f"""{[-1, -5]=} {"it's"!a:>20_} {(3,)}""").startswith(ascii('').ljust(4)):
                    print('matched', '(str(text), _)')
                case [str(text), *_] as whole:
                    print('matched', '[str(text), *_] as whole')
                case -1:
                    print('matched', '-1')
                case nothing:
                    print('no case', show(nothing))
            *p3, = type('tab\there'.encode()).__name__
            print(show((p3,)))
            v4 = divmod(-1, Number((False if 2 else 2**31)) + bytes(range(5))[5])
            print(show(v4))
        else:
            print(show(((-'\x00\xff'.find('Hello World', -3)) ^ b'\x00\xff'.center(7, b'.')[0])))
            v5 = {3}
            print(show(v5))
except Exception as error:
    failed(error)
try:
    print(show({2}))
except Exception as error:
    failed(error)
try:
    try:
        try:
            print(show({y: y * 2 for y in '1.5' if y != 1}))
            try:
                print(show((dict.fromkeys(b'abc'[:], 0).keys() & {'ß€😀', -5, 3})))
                v6 = int(chr(149).upper(), 2)
                print(show(v6))
                v7 = dict([*hex(7), *sorted(['ß€😀', 10])])
                print(show(v7))
            except ValueError as error:
                print('caught', 'ValueError', type(error).__name__)
                v8 = ('aXbXc' not in '12')
                print(show(v8))
            except ArithmeticError as error:
                print('caught', 'ArithmeticError', type(error).__name__)
                v9 = (set((['Hello World', '  two  words '] * 3)) ^ set(dict([1, 1, 1])))
                print(show(v9))
            except (TypeError, KeyError) as error:
                print('caught', '(TypeError, KeyError)', type(error).__name__)
                v10 = ((2, 'a', 'ß€😀',) + (1,))
                print(show(v10))
            raise LookupError() from None
        except (TypeError, KeyError) as error:
            print('caught', '(TypeError, KeyError)', type(error).__name__)
            def f11(a12, a13, **more):
                v14 = []
                print(show(v14))
                return (a12, a13, more, round(abs(1e300), 0))
            try:
                print(show(f11((tuple(str(y) for y in '\x00\xff' if y != 1)[:-4] * 3), **(({**{}, **{'': 2}} if '{0!r:>9}|{x[0]}'.format(['abc'], x=[]) else ({'a': 0, 0: 1} | {})) if (({0, 'a', '  two  words '} if [] else {0, 'ß€😀'}) != set() < ({1} - {'ß€😀', -1})) else {x: str(x) for x in list(iter([]))}))))
            except Exception as error:
                failed(error)
        else:
            print(show(sorted([x * 2 for x in tuple((y, y) for y in ('a', 'ß€😀', 10,))], key=str, reverse=False)))
        finally:
            print('finally')
            try:
                v15 = (('ǅ'.partition('\x00\xff') * 2) + divmod(pow(255, 3, 3), (True & 10**25)))
                print(show(v15))
                raise KeyError('{}'[4])
            except* Exception as error:
                print('caught', 'Exception', type(error).__name__)
                v16 = sum([float(-2**31), 0.5, max({**{3: 4, 'a': 3, 'a': 3}, **{}})])
                print(show(v16))
                raise RuntimeError('new') from error
            except* (TypeError, KeyError) as error:
                print('caught', '(TypeError, KeyError)', type(error).__name__)
                print(show(True))
            except* ValueError as error:
                print('caught', 'ValueError', type(error).__name__)
                v17 = list(filter(None, dict(a=set().difference({'  two  words ': 0, -1: 3, 3: 7}))))
                print(show(v17))
                raise RuntimeError('new') from error
            finally:
                print('finally')
                v18 = [*(abs(float('nan'))).as_integer_ratio(), *[]]
                print(show(v18))
        match (other := set([])).union(tuple(b'Hello')[(1) % 7::]):
            case int():
                print('matched', 'int()')
            case nothing:
                print('no case', show(nothing))
        v19 = bytes(range(5)).strip((b'\x00\xff' if 255 else b'Hello').strip(bytes(range(5))))
        print(show(v19))
    finally:
        print('finally')
        def f20(a21, a22, a23, /, *, key=1, **more):
            print(-2**63, 'line\nline'.casefold(), sep='-', end='' + chr(10))
            return (a21, a22, a23, key, more, (('aXbXc' if '1.5' else '  two  words ').capitalize() if callable(dict.fromkeys('abc', 0)) else oct(-2**31).casefold()))
        try:
            print(show(f20(ascii('\x00\xff'.ljust(8).title()), dict([1, 'abc']), True)))
        except Exception as error:
            failed(error)
        try:
            print(show(f20(((float(-1) if set() else 0.5) != (-1 / (2**62 // 2**31))), 'aXbXc'.removeprefix('12').ljust(11).isidentifier(), key=b'%d|%s' % (-5, b'a,b,c'))))
        except Exception as error:
            failed(error)
        try:
            print(show(f20(int((tuple([7]) * divmod(1e-7, 3.0)[0])), *list(filter(None, ['abc', '', ''])))))
        except Exception as error:
            failed(error)
except Exception as error:
    failed(error)
try:
    print(show(hex(1)))
except Exception as error:
    failed(error)
try:
    print(show(('%+12.0c|%s' % ((other := '\x00\xff').center(13, '*'), list(filter(None, b'Hello'.strip(b'\x00\xff')))))))
except Exception as error:
    failed(error)
try:
    v24 = ({7: 1, 2: 3} if '%d' else {10: 4, 3: 7, 'ß€😀': 3})
    print(show(v24))
except Exception as error:
    failed(error)
try:
    v25 = (dict(a=set([])).keys() & ({-5, 7, -1} & ({2, ''} | {'', 2, 10})))
    print(show(v25))
except Exception as error:
    failed(error)
try:
    v26 = ({(y, v) for y in (other := [2, 10, '  two  words ']) for v in range(3) if y != 1} ^ set(([-5, 'abc', 2] * 0)))
    print(show(v26))
except Exception as error:
    failed(error)
try:
    for x27 in list(range(0))[:9]:
        print(show(x27))
        v28 = b''
        print(show(v28))
        p29, = b'abc'
        print(show((p29,)))
except Exception as error:
    failed(error)
try:
    print(show(divmod(float(abs(2**62)), (-2**31) ** -1)[0]))
except Exception as error:
    failed(error)
try:
    v30 = (b'abc' if False else b'a,b,c').upper()[4:((-2**31).bit_length()) % 7:4]
    print(show(v30))
except Exception as error:
    failed(error)
