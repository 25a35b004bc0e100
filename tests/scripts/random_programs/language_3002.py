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
    def f1(a2=2**63 - 1, a3=True, a4=10**18, *, key=1, **more):
        v5 = dict.fromkeys((len('{}')).to_bytes(3, 'big'), 0)
        print(show(v5))
        v6 = list(map(show, b'a,b,c'.strip(bytes.fromhex(b'abc'.hex()))))
        print(show(v6))
        return (a2, a3, a4, key, more, b'a,b,c')
    try:
        print(show(f1((({''} if ([0] + ['', 7]) else ({'abc'} if -2**63 else {'abc', 1, 7})) & {(x, x) for x in '%d' if x != 1}.difference((float('inf')).as_integer_ratio())), (float.fromhex(((walrus := 1.0)).hex())).__trunc__(), Number((1 + 3)) + -2**63)))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    v7 = (hash((-sum([3.0, 1.0, -2**31]))) == hash((-sum([3.0, 1.0, -2**31]))))
    print(show(v7))
except Exception as error:
    failed(error)
try:
    v8 = {}
    print(show(v8))
except Exception as error:
    failed(error)
try:
    for x9 in list(enumerate(v8))[:9]:
        print(show(x9))
        def f10(n):
            try:
                for i in range(n):
                    got = yield (i, n)
                    print('    got', got)
            except GeneratorExit as error:
                print('    caught', type(error).__name__)
                pass
            finally:
                print('    finally')
            return 255
        g11 = f10(1)
        try:
            print(show(list(g11)))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(g11.close()))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(list(g11)))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(next(g11, 'end')))
        except (Exception, StopIteration) as error:
            failed(error)
        # When it would be finalized is open.
        g11.close()
        p12, *p13, p14, = (v7, (10**18 - 2**62))
        print(show((p12, p13, p14,)))
except Exception as error:
    failed(error)
try:
    try:
        print(show((other := 'a'.swapcase().join(map(show, (3,))))))
        v15 = divmod(1.0, (-(0.5 // 123456.789)))[0]
        print(show(v15))
        raise Exception('1.5'.lower()[(0) % 7].splitlines(1), 8)
    except LookupError as error:
        print('caught', 'LookupError', type(error).__name__)
        def f16(n):
            try:
                for i in range(n):
                    got = yield (10, 2,)
                    print('    got', got)
            finally:
                print('    finally')
            return (next(iter(v8), pow(1, 1, -1)) if pow((10**25 + -1), 3, round(0, 0)) else ((10**18 // 2**31) & max(v8)))
        g17 = f16(0)
        try:
            print(show(next(g17)))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(next(g17)))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(g17.throw(ValueError('thrown'))))
        except (Exception, StopIteration) as error:
            failed(error)
        # When it would be finalized is open.
        g17.close()
    except ArithmeticError as error:
        print('caught', 'ArithmeticError', type(error).__name__)
        v18 = b'a,b,c'
        print(show(v18))
    finally:
        print('finally')
        v19 = type(int(0.5)).__name__.join(list(zip(([0, -5, 2] + [-1, '  two  words ']), [10**25, [3, 10, 'ß€😀']])))
        print(show(v19))
except Exception as error:
    failed(error)
try:
    for x20 in list(range(0))[:9]:
        print(show(x20))
        if v7:
            continue
        print(show(v8.get(v7)))
        print(show(v8))
        d21 = (int((-0.0 / 1e-7)) - (pow(7, 3, 2**31) ^ hash(2**31)))
        del d21
        print(d21)
    else:
        v22 = bytes(range(5))
        print(show(v22))
except Exception as error:
    failed(error)
try:
    p23, *p24, = v8
    print(show((p23, p24,)))
except Exception as error:
    failed(error)
try:
    v8 |= {2: 8}
    print(show(v8))
except Exception as error:
    failed(error)
try:
    def f25(n):
        try:
            for i in range(n):
                got = yield i
                print('    got', got)
        except BaseException as error:
            print('    caught', type(error).__name__)
            yield 'caught'
        finally:
            print('    finally')
        return ((int((0).bit_count() / (--3**40))) % 1000 ** 3)
    g26 = f25(3)
    try:
        print(show(list(g26)))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(g26.gi_running))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g26.close()
except Exception as error:
    failed(error)
try:
    if -3**40:
        class C27(int):
            field = ('%(k)s%(v)-12s' % {'k': 1, 'v': '\x00\xff'.title()}).upper()
            @staticmethod
            def made(*args):
                return len(args)
            def __repr__(self):
                return '{0} {}'.format({x: (x, x) for x in ('ß€😀',)})[-5]
            def __bool__(self):
                return True
            def __call__(self, *args, **more):
                return args, more
        o28 = C27(5)
        try:
            print(show(o28(dict(b=sum([(walrus := 0.5), (1.0 / 0.1), (-3**40).bit_count()])), k=1)))
        except Exception as error:
            failed(error)
        try:
            print(show(o28.missing))
        except Exception as error:
            failed(error)
        try:
            print(show(bool(o28)))
        except Exception as error:
            failed(error)
        try:
            print(show(o28 & v8))
        except Exception as error:
            failed(error)
        try:
            print(show(o28[((2**63 - 1 % 2)) % 7]))
        except Exception as error:
            failed(error)
        if (3 > dict(dict(a={'abc', 'a', 2}))):
            v29 = ['a']
            print(show(v29))
            try:
                print(show((set().union(['  two  words ', 1]) & (other := {3})).union(b'%d|%s' % (v7, bytes(['Hello World', 0])))))
                *p30, = v8
                print(show((p30,)))
                raise Exception({y: (y, show(False)) for y in [] if v7}, 5)
            except* ArithmeticError as error:
                print('caught', 'ArithmeticError', type(error).__name__)
                v31 = (-5, 7,)
                print(show(v31))
            else:
                v32 = 'tab\there'.capitalize()
                print(show(v32))
            p33, p34, p35, = b'Hello'.upper()[:]
            print(show((p33, p34, p35,)))
        elif oct(pow((True * 2**31), 2, 0)):
            for x36 in list(range(4))[:9]:
                print(show(x36))
                v37 = repr(3).partition(max('aXbXc', v8, key=len))[-2:]
                print(show(v37))
                v38 = (hash(((1e-7 // 1e-7) - (False << 55))) == hash(((1e-7 // 1e-7) - (False << 55))))
                print(show(v38))
except Exception as error:
    failed(error)
try:
    print((~Number("it's".find("it's", (True) % 7)) + ((2**63 - 1) % 1000 ** 0)), (other := '\x00\xff'.encode().decode('latin-1')).zfill(8), sep=', ', end='' + chr(10))
except Exception as error:
    failed(error)
