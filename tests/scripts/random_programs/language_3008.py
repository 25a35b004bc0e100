# SPDX-License-Identifier: MIT
# tests/differential/run.py --kind language --show 3008
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
    v1 = {**{y: str(y) for y in {**{'': 0, 'Hello World': 7}, **{'a': 8, 7: 2, 10: 4}} if y != 1}, **{x: (x, u) for x in b'\x00\xff'.join([b'Hello', b'\x00\xff']) for u in range(2)}}
    print(show(v1))
except Exception as error:
    failed(error)
try:
    v2 = (hash(2**63 - 1)).to_bytes(4, 'big').center(6, b'.')
    print(show(v2))
except Exception as error:
    failed(error)
try:
    v3 = v1
    print(show(v3))
except Exception as error:
    failed(error)
try:
    def f4(a5=2**63 - 1, a6=255, a7=7, *, key=1):
        print(show(v3.pop(-2**63)))
        print(show(v3))
        try:
            i8 = 0
            while i8 < 2:
                i8 += 1
                v9 = '1.5'.center(6, '*').removesuffix('\x00\xff'[(2**31) % 7]).split()
                print(show(v9))
            v10 = [0, 'abc']
            print(show(v10))
            v11 = float('inf')
            print(show(v11))
            raise LookupError() from None
        finally:
            print('finally')
            if ((divmod(-2.5, 5e-324)[0]).hex() == float(0)):
                v12 = (({'abc': 7} if (255 + -5) else v3) == (['Hello World', 3] if list(range(-6, (2**31) % 7, (2**62) % 7)) else sorted([], key=str, reverse=True)))
                print(show(v12))
            elif (hex((False).bit_length()) * 4):
                v13 = ((v1 if Number(1) + True else v1) is not None)
                print(show(v13))
        return (a5, a6, a7, key, divmod('aXbXc'.lstrip().startswith('a'.lstrip()), -5)[1])
    try:
        print(show(f4(['  two  words '], 2**31, key=v1)))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    def f14(n):
        try:
            for i in range(n):
                got = yield [3, 3, 2]
                print('    got', got)
            yield from (other := ('  two  words ', 2, 1,))[:]
        except ValueError as error:
            print('    caught', type(error).__name__)
            return 5
        finally:
            print('    finally')
        return abs((round(2**62, -6) if 'Hello World' else (other := 3)))
    g15 = f14(3)
    try:
        print(show(next(g15)))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g15.close()
except Exception as error:
    failed(error)
try:
    try:
        print(show((bytes(range(5)), ((-2**31) % 1000 ** 3))))
        if ('  two  words '.casefold().capitalize() == '%d' >= '{0} {}'.format((123456.789 % 2**63 - 1))):
            if int('  two  words ', 16):
                v16 = ({(y, ['  two  words ', 1, 'Hello World']) for y in ({-1: 3} | {})} - {y for y in (b'abc' * 3) if isinstance(y, int)})
                print(show(v16))
                v17 = list(filter(None, list(reversed((other := 1.0)))))
                print(show(v17))
                v18 = v1
                print(show(v18))
            else:
                *p19, p20, p21, = print
                print(show((p19, p20, p21,)))
                print(show(list(filter(None, {-1: 1}))))
        else:
            v22 = (2**62 ^ len((('  two  words ',) + ('ß€😀', 'a',))))
            print(show(v22))
    except Exception as error:
        print('caught', 'Exception', type(error).__name__)
        if ('12'[2::].removesuffix('{}') not in 'tab\there'.replace('a', '-', (-5) % 7).join([-5])):
            v23 = ('Hello World'.capitalize().rstrip(divmod(10**18, -1)) not in str(v2))
            print(show(v23))
            def f24(n):
                try:
                    for i in range(n):
                        got = yield (v2 if ((1e-7 + 1.0) - 2**63 - 1) else (divmod(-3**40, 2**31)[1]).to_bytes(7, 'big'))
                        print('    got', got)
                finally:
                    print('    finally')
                return (3 if 2**64 else (pow(10, 1, 1) ^ abs(-2**31)))
            g25 = f24(2)
            try:
                print(show(g25.throw(ValueError('thrown'))))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g25.throw(ValueError('thrown'))))
            except (Exception, StopIteration) as error:
                failed(error)
            # When it would be finalized is open.
            g25.close()
            print(show('a'.removesuffix('tab\there'.removeprefix('abc')).join(map(str, {'  two  words ': 8, -1: 7}))))
        raise
    else:
        v26 = v2
        print(show(v26))
    finally:
        print('finally')
        class C27(dict):
            field = ((-v2[2]) - (int('  two  words ', 36) << 56))
            def __call__(self, *args, **more):
                return args, more
            def __ge__(self, other):
                return ((max(3.0, -2.5)).as_integer_ratio() <= (("it's", -5) + (1e16).as_integer_ratio()))
        o28 = C27({1: 2})
        try:
            print(show(o28 < (walrus := 'tab\there').strip().index((10**25 ^ sum(b'')))))
        except Exception as error:
            failed(error)
        try:
            print(show(['Hello World', 10, 'ß€😀'] | o28))
        except Exception as error:
            failed(error)
        try:
            print(show(o28 * hex(int(('{}' * 3), 36))))
        except Exception as error:
            failed(error)
        try:
            print(show(o28[(int(1e16)) % 7]))
        except Exception as error:
            failed(error)
        try:
            print(show(C27.made(1)))
        except Exception as error:
            failed(error)
except Exception as error:
    failed(error)
try:
    class C29(str):
        field = ((ord('line\nline'[:1]) + -2**31) - -3**40)
        def __getitem__(self, key):
            return [1, 2, 3][key]
        @property
        def y(self):
            return {'', 1, '  two  words '}
    o30 = C29('text')
    try:
        print(show((hash(({(y, u) for y in [] for u in range(0)} ^ {'ß€😀'})) == hash(({(y, u) for y in [] for u in range(0)} ^ {'ß€😀'}))) ** o30))
    except Exception as error:
        failed(error)
    try:
        print(show(bool(o30)))
    except Exception as error:
        failed(error)
    try:
        print(show(o30 == (float.fromhex(((float('inf') if -2**63 else 0.1)).hex())).hex()))
    except Exception as error:
        failed(error)
    try:
        print(show(f'{o30:>4}'))
    except Exception as error:
        failed(error)
    try:
        print(show(ascii(f"""{False=!s:>14}{{{[1]:{11}}{{{False!s:{9}}""").partition('{0} {}'.format([])) ^ o30))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    if (False is not None):
        p31, = v2
        print(show((p31,)))
except Exception as error:
    failed(error)
try:
    d32 = v2
    del d32
    print(d32)
except Exception as error:
    failed(error)
try:
    print(show({1: 1}))
except Exception as error:
    failed(error)
try:
    v33 = ('-7' not in 'abc'[(2) % 7:(7) % 7].casefold())
    print(show(v33))
except Exception as error:
    failed(error)
try:
    for x34 in list(range(3))[:9]:
        print(show(x34))
        match (b'Hello' if '' else (v2 + bytes(range(5)))).upper():
            case []:
                print('matched', '[]')
            case nothing:
                print('no case', show(nothing))
        class C35(int):
            pass
            def __format__(self, spec):
                return f'<{spec}>'
            def __call__(self, *args, **more):
                return args, more
        o36 = C35(5)
        try:
            print(show(isinstance(o36, int)))
        except Exception as error:
            failed(error)
        try:
            print(show(o36.x))
        except Exception as error:
            failed(error)
        try:
            print(show(bool(o36)))
        except Exception as error:
            failed(error)
        try:
            print(show(o36 | False))
        except Exception as error:
            failed(error)
        try:
            print(show(o36.missing))
        except Exception as error:
            failed(error)
except Exception as error:
    failed(error)
