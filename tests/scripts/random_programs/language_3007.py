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
    v1 = {1: 5, 'Hello World': 8, 1: 7}
    print(show(v1))
except Exception as error:
    failed(error)
try:
    print(show(((b'\x00\xff' if [] else b'').join([b'', (b'\x00\xff' if [] else b'')]) if 'a' else b'Hello'[-2:].strip(b'Hello'.center(4, b'.')))))
except Exception as error:
    failed(error)
try:
    for x2 in list(b'%d|%s' % (round(2**64, 5), b'a,b,c'))[:9]:
        print(show(x2))
        if [*bytes(range(5)), *list(map(show, v1))]:
            continue
        with Manager(True) as m3:
            print(show(v1))
            v4 = callable(('%(k)s%(v)5o' % {'k': 1, 'v': bytes(list(b'\x00\xff'))}))
            print(show(v4))
        print('after with')
except Exception as error:
    failed(error)
try:
    def f5(a6=10**25, a7=-2**63, a8=2**62):
        v9 = [10, 'ß€😀', '  two  words ']
        print(show(v9))
        v10 = {1, 'abc'}
        print(show(v10))
        return (a6, a7, a8, '{0} {}'.format(10).encode().decode('latin-1').split())
    try:
        print(show(f5((walrus := 0.5), '1.5', {-5, 'Hello World', -5})))
    except Exception as error:
        failed(error)
    try:
        print(show(f5(b'Hello', *[10])))
    except Exception as error:
        failed(error)
    try:
        print(show(f5(['', 7, -1], ([2, ''] * 2))))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    for x11 in list(enumerate(list(v1.items())))[:9]:
        print(show(x11))
        v12 = any('aXbXc'.splitlines(1)[:])
        print(show(v12))
        def f13(a14, a15=-2**31):
            match ascii('a'.zfill(0).replace((0.1).hex(), '-', -1)):
                case [_, *_] if 2**63 - 1:
                    print('matched', '[_, *_]')
                case [*all]:
                    print('matched', '[*all]')
                case {1: []}:
                    print('matched', '{1: []}')
                case 1 | 2 if '{}'.removesuffix('tab\there').strip().isdigit():
                    print('matched', '1 | 2')
                case nothing:
                    print('no case', show(nothing))
            v16 = {2, 'Hello World', 'Hello World'}
            print(show(v16))
            return (a14, a15, format(10**25, 'g'))
        try:
            print(show(f13(*'{0!r:>0}|{x[0]}'.format(b'Hello', x='{}'.removeprefix('  two  words ')), key=sorted(dict(zip([], chr(153)))))))
        except Exception as error:
            failed(error)
    else:
        try:
            try:
                del v1[(2 - ((-1).bit_length() // 0))]
                print(show(v1))
                v17 = (({-1, -1} ^ ({'', 2} | {'ß€😀', 1})) | ({7, 1}.difference([]) if all(['a', 'Hello World']) else ({}.keys() & set())))
                print(show(v17))
                raise ZeroDivisionError
            finally:
                print('finally')
                assert sorted([*bytes(range(5)).upper(), *list('12')]), True
        except Exception as error:
            print('caught', 'Exception', type(error).__name__)
            print((0 if '{0!r:>10}|{x[0]}'.format([3, -5], x=['abc']).encode('utf-16-le') else (Number(-5) + -3**40 * ('abc', 7, -1,)[0::])), ('abc'.splitlines(0).ljust(5) if False else 'ß€😀'.zfill(13).expandtabs(2)), sep=', ', end='.' + chr(10))
        except LookupError as error:
            print('caught', 'LookupError', type(error).__name__)
            try:
                v18 = True
                print(show(v18))
                v19 = divmod((123456.789).as_integer_ratio()[0], 1e300)[0]
                print(show(v19))
                raise StopIteration(3)
            finally:
                print('finally')
                v20 = tuple(dict(zip('  two  words '.encode('utf-16-le'), '1.5'.split('12', -3))))
                print(show(v20))
        finally:
            print('finally')
            v21 = ('-7' > (('ß€😀', 3,) is not None))
            print(show(v21))
except Exception as error:
    failed(error)
try:
    v22 = round(max(round(-2.5, (10**25) % 7), divmod(-1, 1)), 1)
    print(show(v22))
except Exception as error:
    failed(error)
try:
    v23 = dict(a=-2**63)
    print(show(v23))
except Exception as error:
    failed(error)
try:
    class C24(Number):
        field = ([(x, 2**64) for x in b'a,b,c'.center(6, b'.')] * 2)
        def __ge__(self, other):
            return (v22 is not True)
        def __getattr__(self, name):
            return name
    o25 = C24(3)
    try:
        print(show(any((walrus := 'aXbXc').encode('utf-16-le')) << o25))
    except Exception as error:
        failed(error)
    try:
        print(show(str(o25)[:5]))
    except Exception as error:
        failed(error)
    try:
        print(show(isinstance(o25, int)))
    except Exception as error:
        failed(error)
    try:
        print(show(sorted([o25, o25])))
    except Exception as error:
        failed(error)
    try:
        print(show(bool(o25)))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    print(show('aXbXc'[(False) % 7::].center(9, '*')))
except Exception as error:
    failed(error)
try:
    v26 = (((set() if True else {2}) ^ set()) if list((1e-7).hex()) else (dict(v1).keys() & set({7: 7, 'ß€😀': 3})))
    print(show(v26))
except Exception as error:
    failed(error)
try:
    def f27(n):
        try:
            for i in range(n):
                got = yield list(dict((walrus := {3: 7, -1: 6})).items())
                print('    got', got)
        finally:
            print('    finally')
        return min((other := (False << 8)), (int('aXbXc', 10)).bit_count())
    g28 = f27(3)
    try:
        print(show(g28.gi_running))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(g28.throw(ValueError('thrown'))))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g28.close()
except Exception as error:
    failed(error)
try:
    for x29 in list(range(1))[:9]:
        print(show(x29))
        for x30 in list('1.5'.replace('abc', '1.5').split())[:9]:
            print(show(x30))
            def f31(a32=-1, **more):
                v33 = b'%d|%s' % (min(divmod(2**31, 1)[0], abs(255)), (b'Hello' if list(map(show, [1, 3])) else bytes(range(5)).strip(b'abc')))
                print(show(v33))
                v34 = 255
                print(show(v34))
                return (a32, more, [('abc'.count('') ^ int(v22)), dict(list(zip(b'a,b,c', ['a', 2, 'Hello World'])))])
            try:
                print(show(f31('\x00\xff'.title(), (dict(zip('aXbXc'.splitlines(1), v1)).keys() & v26))))
            except Exception as error:
                failed(error)
            try:
                print(show(f31('line\nline'[-6].partition(ascii(format(('a',), 's'))), float.fromhex(((v22).as_integer_ratio()[0]).hex()), *sorted((frozenset([1]) + bytes(range(5))), key=str, reverse=False), key=(v23 if ((-3**40 if '\x00\xff' else 2**31) == len('  two  words ')) else v23), **{**{'  two  words ': 3, 1: 1}, **({**'1.5', **{}} | v1)})))
            except Exception as error:
                failed(error)
            try:
                print(show(f31((walrus := b'abc'.strip(b'a,b,c').center(0, b'.')))))
            except Exception as error:
                failed(error)
            print(show(['ß€😀', 'Hello World'][:((False if True else 2**62)) % 7]))
        def f35():
            v36 = ((v22 * max(1.0, v22))).as_integer_ratio()
            print(show(v36))
            return ((v26 & v26))
        try:
            print(show(f35('a'.swapcase().swapcase().encode('utf-16-le'), '{}'.expandtabs(5), ('abc', 0, '  two  words ',))))
        except Exception as error:
            failed(error)
        try:
            print(show(f35()))
        except Exception as error:
            failed(error)
        try:
            print(show(f35(v26, (v26 ^ set([])), v22)))
        except Exception as error:
            failed(error)
except Exception as error:
    failed(error)
try:
    try:
        v37 = (divmod(int(v22), (1 if 'a' else 10**25))[1]).bit_count()
        print(show(v37))
        raise OSError(2, 'text')
    except (TypeError, KeyError) as error:
        print('caught', '(TypeError, KeyError)', type(error).__name__)
        v38 = bytes(v23)
        print(show(v38))
    else:
        v1 |= {}
        print(show(v1))
    finally:
        print('finally')
        for x39 in list((b'Hello' + bytes(range(5))).upper())[:9]:
            print(show(x39))
            def f40(*rest, **more):
                print(len('%d'.upper().lower()), (v22).hex(), sep=', ', end='.' + chr(10))
                return (rest, more, dict(a=(abs(1e16) - int.from_bytes(b'', 'little', signed=False))))
            try:
                print(show(f40()))
            except Exception as error:
                failed(error)
            try:
                print(show(f40()))
            except Exception as error:
                failed(error)
        else:
            try:
                print(show(repr((0 ^ -3**40)).partition(hex(2**64).encode().decode('latin-1'))))
                v41 = (walrus := {'abc': 1, -5: 2})
                print(show(v41))
                print(show((v22 % 'ǅ'.title().find(v23, (-2**63) % 7))))
            except (TypeError, KeyError) as error:
                print('caught', '(TypeError, KeyError)', type(error).__name__)
                assert ((v22).as_integer_ratio()[0] is not None), any({})
                raise ExceptionGroup('group', [ValueError(1), TypeError(next(iter(b''), sum([(y, v) for y in {1: 6, '  two  words ': 0} for v in range(0)])))])
            finally:
                print('finally')
                v42 = dict.fromkeys('1.5', 0)
                print(show(v42))
except Exception as error:
    failed(error)
