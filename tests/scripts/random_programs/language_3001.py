# SPDX-License-Identifier: MIT
# tests/differential/run.py --kind language --show 3001
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
    try:
        *p1, = ((1e300 if [] else 0.5)).as_integer_ratio()
        print(show((p1,)))
        raise ValueError((int(int(0.0) / max((1, 'Hello World', '',))) << 49))
    finally:
        print('finally')
        v2 = (float.fromhex((divmod(5e-324, 0.1)[1]).hex()) // round(float('inf'), -4))
        print(show(v2))
except Exception as error:
    failed(error)
try:
    with Manager(True) as m3:
        p4, p5, p6, = '-7'.ljust(11)
        print(show((p4, p5, p6,)))
        raise OSError(33, 'text')
    print('after with')
except Exception as error:
    failed(error)
try:
    try:
        match b'':
            case {1: str(text)} if False:
                print('matched', '{1: str(text)}')
            case nothing:
                print('no case', show(nothing))
        if {10, 7}.issubset(list(map(str, (float('nan')).hex()))):
            try:
                v7 = (10, '',)
                print(show(v7))
                v8 = list('abc'.isidentifier().items())
                print(show(v8))
            except (TypeError, KeyError) as error:
                print('caught', '(TypeError, KeyError)', type(error).__name__)
                v9 = (other := (type([3, -1, '']).__name__ < '{}' < '%d'.lstrip()))
                print(show(v9))
                raise TypeError('made')
            except LookupError as error:
                print('caught', 'LookupError', type(error).__name__)
                print(show(set(b'a,b,c'.strip(b'')).issubset(b'%d|%s' % (3, b'a,b,c').center(6, b'.'))))
            else:
                d10 = ({**{}, **{**{}, **{'a': 0, '  two  words ': 0, -5: 7}}}, 'Hello World'.ljust(5).isdigit())
                del d10
                print(d10)
            def f11(n):
                try:
                    for i in range(n):
                        got = yield (i, n)
                        print('    got', got)
                finally:
                    print('    finally')
                return (other := hex(True)).find('line\nline', 6)
            g12 = f11(2)
            try:
                print(show(next(g12, 'end')))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g12.send(None)))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(list(g12)))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(list(g12)))
            except (Exception, StopIteration) as error:
                failed(error)
            # When it would be finalized is open.
            g12.close()
        elif ((True if [*['Hello World', 10], *['Hello World', -1]] else ('{}' not in '-7')) if [({-1, '', 0} & {-1, -5, -1}), 'line\nline'.encode('latin-1')] else isinstance((False / 0), (str, float))):
            class C13(int):
                pass
                @classmethod
                def made(*args):
                    return len(args)
                def __len__(self):
                    return -1
                def __format__(self, spec):
                    return f'<{spec}>'
            o14 = C13(5)
            try:
                print(show(o14.made(1)))
            except Exception as error:
                failed(error)
            try:
                print(show(C13.__mro__[1].__name__))
            except Exception as error:
                failed(error)
            try:
                print(show(o14 == {y: (y, v) for y in list(filter(None, list(enumerate([7, 2], (-2**63) % 7)))) for v in range(2)}))
            except Exception as error:
                failed(error)
            try:
                print(show(o14.x))
            except Exception as error:
                failed(error)
            try:
                print(show(o14 | True))
            except Exception as error:
                failed(error)
            print(show((({'ß€😀'}.difference(('abc', 'abc',)) ^ {y for y in '\x00\xff' if y != 1}) & ({(y, y) for y in [10, 'abc', '  two  words ']} & {10, -5, '  two  words '}.difference({'': 2})))))
        else:
            for x15 in list(enumerate({-5: 0, 10: 4, 0: 5}))[:9]:
                print(show(x15))
                print(show([*dict(sorted({10: 3}, key=str, reverse=False)), *(walrus := sorted('ß€😀', key=str, reverse=False))]))
                print(show(bytes.fromhex(bytes(range(5)).center(0, b'.').hex()).replace((Number(False) + -3**40).to_bytes(7, 'big'), b'-')))
        print(show((({'ß€😀', 'a', 1} | {'Hello World', 3, '  two  words '}) ^ ({'ß€😀', 0} ^ {'  two  words '})).difference(sorted(divmod(10**18, 2)))))
    except LookupError as error:
        print('caught', 'LookupError', type(error).__name__)
        p16, = b''.center(3, b'.').center(0, b'.')
        print(show((p16,)))
    except ValueError as error:
        print('caught', 'ValueError', type(error).__name__)
        print(show((max(1e-7, (123456.789).as_integer_ratio()[0]) + (sum([1.0, 5e-324, 2**64]) % max({3: 6})))))
    except ArithmeticError as error:
        print('caught', 'ArithmeticError', type(error).__name__)
        match ((False if (255 > 2**62) else (-0.0 == 2)) if sorted(''.removesuffix('aXbXc'), key=str, reverse=True) else '  two  words '.isidentifier()):
            case [*all]:
                print('matched', '[*all]')
            case nothing:
                print('no case', show(nothing))
    finally:
        print('finally')
        v17 = (((5e-324 + 1e300) % (False if False else True))).as_integer_ratio()
        print(show(v17))
except Exception as error:
    failed(error)
try:
    if 0.casefold().zfill(9)[(int('line\nline')) % 7]:
        v18 = (*[(y, v) for y in list(enumerate({10: 0, 'abc': 7, 'Hello World': 2}, 2)) for v in range(2) if True], ascii('abc').find(('tab\there' if 'ß€😀' else ''), -1))
        print(show(v18))
    elif True:
        def f19(*, key=1):
            v20 = 'aXbXc'
            print(show(v20))
            return (key, (dict.fromkeys(['  two  words ', 1, 2][-1:], 0).keys() & {7, 10, 2}))
        try:
            print(show(f19(dict(b={10: 2}), ord(max('tab\there', '1.5', key=len).lstrip()[:1]), *'-7'.translate({97: 'A', 98: None}).split('{0} {}'.format(0.1), (10) % 7), key=((bytes(list(b'')) if (other := False) else bytes(range(5))) * -1))))
        except Exception as error:
            failed(error)
    else:
        try:
            p21, = ('%5.0G|%s' % ((2 ^ 2), ({0, 0} & set())))
            print(show((p21,)))
            if []:
                v22 = b'abc'
                print(show(v22))
                d23 = None
                del d23
                print(d23)
            v24 = {-1, 0, 1}.issubset({**dict({'  two  words ': 4, '': 0}), **({3: 7, '': 0, 1: 1} if False else {1: 7})})
            print(show(v24))
            raise OSError(0, 'text')
        except* ValueError as error:
            print('caught', 'ValueError', type(error).__name__)
            v25 = (list(zip((walrus := 'ß€😀'), sorted(('', 7,)))) if '{0!r:>4}|{x[0]}'.format('ǅ'.encode(), x=({3: 1, 2: 4} | {-5: 1})) else (['ß€😀', 2] + dict([])))
            print(show(v25))
        except* Exception as error:
            print('caught', 'Exception', type(error).__name__)
            v26 = (('%05.2c' % (2**63 - 1,)).ljust(14) != 'a' >= '%d'.replace('ǅ', '%d')[5])
            print(show(v26))
        except* LookupError as error:
            print('caught', 'LookupError', type(error).__name__)
            try:
                v27 = list(map(str, (other := 'abc').splitlines(0)))
                print(show(v27))
                p28, p29, *p30, = (dict([-1, '  two  words ']) | dict(b=[10, -1]))
                print(show((p28, p29, p30,)))
                raise Exception(divmod(b'a,b,c'.join([bytes(range(5)), b'a,b,c'])[-2], len('1.5')), 8)
            except (TypeError, KeyError) as error:
                print('caught', '(TypeError, KeyError)', type(error).__name__)
                v31 = (({1, 2, -5} - ({}.keys() & {'ß€😀'})) if ['Hello World', 'a'] else {(x, {}) for x in '-7'}.difference(tuple(b'\x00\xff')))
                print(show(v31))
            except LookupError as error:
                print('caught', 'LookupError', type(error).__name__)
                v32 = False
                print(show(v32))
            finally:
                print('finally')
                assert [], True
            raise ValueError(float('inf'))
        else:
            i33 = 0
            while i33 < 1:
                i33 += 1
                v34 = int('Hello World')
                print(show(v34))
                v35 = dict(dict(dict({-1: 4, -5: 7, '': 0})))
                print(show(v35))
                if round(('ß€😀'.partition('%d') * 0), 1):
                    break
except Exception as error:
    failed(error)
try:
    p36, = list(reversed(list(zip(b'\x00\xff', []))))
    print(show((p36,)))
except Exception as error:
    failed(error)
try:
    v37 = (''[2].partition('\x00\xff'.capitalize()) >= (*[], True)[:])
    print(show(v37))
except Exception as error:
    failed(error)
try:
    v38 = -2**31
    print(show(v38))
except Exception as error:
    failed(error)
try:
    v39 = (divmod((0.1 if v37 else 0.1), (3.0 + -0.0))[0]).__trunc__()
    print(show(v39))
except Exception as error:
    failed(error)
try:
    v40 = ((-round(255, 6)) if ((sum('tab\there')) % 1000 ** 2) else v38)
    print(show(v40))
except Exception as error:
    failed(error)
try:
    for x41 in list(enumerate(bytes(list((b'a,b,c' + b'Hello')))))[:9]:
        print(show(x41))
        class C42(Exception):
            field = v38
            @property
            def y(self):
                return {}
            def __len__(self):
                return (v40) % 7
            def __format__(self, spec):
                return f'<{spec}>'
            def __iter__(self):
                yield from type((0, 3,)).__name__.lstrip()
            def __init__(self, *args):
                self.x = args
        o43 = C42('text')
        try:
            print(show(C42.__mro__[1].__name__))
        except Exception as error:
            failed(error)
        try:
            print(show(v39 & o43))
        except Exception as error:
            failed(error)
        try:
            print(show(bool(o43)))
        except Exception as error:
            failed(error)
        try:
            print(show(({-1: 8, 3: 0} if hasattr(v37, 'real') else {7: 5, -1: 5}) | o43))
        except Exception as error:
            failed(error)
        try:
            print(show(o43 % ('line\nline'[(3) % 7].find('%d'[6], -3)).to_bytes(5, 'big')))
        except Exception as error:
            failed(error)
        with Manager(True) as m44, Manager(False) as m45:
            v46 = [(y, v) for y in '{0} {}'.format({'  two  words ', 'a', 1}).encode() for v in range(0) if isinstance(y, int)]
            print(show(v46))
        print('after with')
except Exception as error:
    failed(error)
try:
    v47 = len(((v37 if 'line\nline' else b'\x00\xff') if True else bytes.fromhex(b'a,b,c'.hex())))
    print(show(v47))
except Exception as error:
    failed(error)
try:
    v48 = {'ß€😀', 'abc'}
    print(show(v48))
except Exception as error:
    failed(error)
