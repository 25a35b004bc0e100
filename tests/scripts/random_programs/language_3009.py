# SPDX-License-Identifier: MIT
# tests/differential/run.py --kind language --show 3009
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
    if ((max({7: 1, 3: 4, 7: 3})).bit_length() != 2**63 - 1 == 3):
        v1 = ['a', 3, 3]
        print(show(v1))
        try:
            i2 = 0
            while i2 < 4:
                i2 += 1
                v3 = ['a', 10]
                print(show(v3))
                if [10, 'ß€😀']:
                    continue
            else:
                print(show('1.5'.capitalize().lstrip().encode()))
            print(((({10} if '\x00\xff' else {0, 0}) << 64) - (-(2**63 - 1 << 48))), 'line\nline'.swapcase(), sep='-', end='' + chr(10))
        except ArithmeticError as error:
            print('caught', 'ArithmeticError', type(error).__name__)
            try:
                v4 = bytes(('a', 'Hello World',))
                print(show(v4))
                raise Exception(tuple((y, u) for y in ('%5.2i' % (False,)).encode('utf-16-le') for u in range(3)), 8)
            except Exception as error:
                print('caught', 'Exception', type(error).__name__)
                assert int((walrus := '\x00\xff'[(-1) % 7]), 16), ('abc'.index((-3**40 // -2**63))) ** -2
                raise
            except ValueError as error:
                print('caught', 'ValueError', type(error).__name__)
                v5 = (divmod(2**62, 3) if bool(float.fromhex((3.0).hex()) and tuple(('ß€😀', 7, -5,)) or (walrus := ['abc', 0])) else (''.ljust(11) if '1.5'.casefold() else divmod(-1, 3)))
                print(show(v5))
                raise RuntimeError('new') from error
        except ValueError as error:
            print('caught', 'ValueError', type(error).__name__)
            print(3, f"""{b'%d|%s' % (3, b'')!r:{6}}|{6!s}|{dict.fromkeys([0, 3, 1], 0)!a}""", sep='-', end='.' + chr(10))
        def f6(n):
            try:
                for i in range(n):
                    got = yield (walrus := tuple(str(x) for x in type('ß€😀').__name__))
                    print('    got', got)
            except GeneratorExit as error:
                print('    caught', type(error).__name__)
                yield 'caught'
            finally:
                print('    finally')
            return -1
        g7 = f6(0)
        try:
            print(show(g7.send(None)))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(g7.send(7)))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(g7.send(7)))
        except (Exception, StopIteration) as error:
            failed(error)
        # When it would be finalized is open.
        g7.close()
except Exception as error:
    failed(error)
try:
    def f8(a9, /, *rest, key=1, **more):
        print(((-2**31 - int('ß€😀', 36))).bit_count(), repr((not [0, -1])), sep='-', end='.' + chr(10))
        return (a9, rest, key, more, (set('{}') ^ (other := {'Hello World', 0})).issubset(hex(3).swapcase()))
    try:
        print(show(f8(bool(((-1 & -2**31) if True else min(False, -1)) and (('ǅ' != 3) if set().issubset((3, -1, 'Hello World',)) else (True if [3, 1, -1] else True)) or ((123456.789 + 1e16)) ** 0), abs(max('-7'.partition(''))), (((10**18 if True else False)) ** -1 * float('nan')), *list(filter(None, [])))))
    except Exception as error:
        failed(error)
    try:
        print(show(f8(ascii('-7'.strip()), 5e-324, any({-1: 2, 2: 5, 'Hello World': 8}))))
    except Exception as error:
        failed(error)
    try:
        print(show(f8(dict.fromkeys(((123456.789 - 10)).as_integer_ratio(), 0), dict([]), key=0.1)))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    v10 = (set() | {'a'}).difference((b'abc'.join([b'Hello', b'abc']) if '\x00\xff'.removesuffix('1.5') else (b'a,b,c' if -2**63 else b'Hello')))
    print(show(v10))
except Exception as error:
    failed(error)
try:
    p11, [p12, p11], = list(range(-5, -1, -6))
    print(show((p11, p12,)))
except Exception as error:
    failed(error)
try:
    def f13(a14=0, *rest):
        d15 = list(map(str, 'ǅ'))
        del d15
        print(d15)
        return (a14, rest, callable((float.fromhex((-0.0).hex())) ** 2))
    try:
        print(show(f13((other := b'abc'.strip(b'\x00\xff'.join([b'Hello', b'\x00\xff']))), (*'{}'.splitlines(0), ((2**64).bit_count()).bit_length()), (b'abc'.upper() is not True), *'ǅ', **{'ß€😀': 5, 'abc': 1, 7: 7})))
    except Exception as error:
        failed(error)
    try:
        print(show(f13([0], [-5])))
    except Exception as error:
        failed(error)
    try:
        print(show(f13(b'a,b,c', (('line\nline' if True else v10) + '12').split(((1e300 if True else 0.1)).hex(), (sum(b'a,b,c')) % 7), ('%(k)s%(v)#.2o' % {'k': 1, 'v': divmod(3.0, 2.0**53)[0]}))))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    def f16(n):
        count = n
        def g17(step=len(oct(2**63 - 1))):
            nonlocal count
            count += step
            return count, n
        return g17
    g17 = f16(next(iter(['ß€😀', 0, '']), len('ß€😀'.translate({97: 'A', 98: None}))))
    print(show((g17(), g17(((pow(-2**63, 1, -1) + b'abc'[(10) % 7]) if (not 'tab\there'.isidentifier()) else Number(sum(0)) + (True).bit_length())), g17.__closure__ is not None)))
except Exception as error:
    failed(error)
try:
    v18 = 123456.789
    print(show(v18))
except Exception as error:
    failed(error)
try:
    print(show(v10.symmetric_difference_update((other := 'tab\there'.split()))))
    print(show(v10))
except Exception as error:
    failed(error)
try:
    print(show((list('a'.replace('{}', '-', (1) % 7)) if ((1 & 0) + -1) else sorted(dict(zip([], {})), key=str, reverse=True))))
except Exception as error:
    failed(error)
try:
    print(show(v10))
except Exception as error:
    failed(error)
try:
    match list(range((next(iter({'Hello World': 1}), -1)) % 7, 2, -3)):
        case list() if ('12' * ((True | -5)) % 7):
            print('matched', 'list()')
        case -1:
            print('matched', '-1')
        case ({'a': value, **others}, _) if hasattr(b'\x00\xff', 'real'):
            print('matched', "({'a': value, **others}, _)")
        case nothing:
            print('no case', show(nothing))
except Exception as error:
    failed(error)
try:
    v19 = tuple(x for x in [-1])
    print(show(v19))
except Exception as error:
    failed(error)
try:
    v20 = b'abc'[-5::-6].center(3, b'.')[-3]
    print(show(v20))
except Exception as error:
    failed(error)
try:
    print(show(v10.discard('line\nline'.encode().decode('latin-1'))))
    print(show(v10))
except Exception as error:
    failed(error)
try:
    p21, *p22, = list(('', 'a',))
    print(show((p21, p22,)))
except Exception as error:
    failed(error)
