# SPDX-License-Identifier: MIT
# tests/differential/run.py --kind language --show 3003
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
    def f1(a2, a3, *rest, **more):
        try:
            v4 = (('1.5' if False else '12') if True else '12').zfill(13)
            print(show(v4))
            raise Exception(ord('  two  words '[:1]), 5)
        finally:
            print('finally')
            v5 = (((('Hello World', 'ß€😀',) ^ -3**40)).to_bytes(4, 'big') if ((1e-7, ['  two  words ']) > divmod(1, -3**40) < divmod(10, 10**18)) else (walrus := (b'Hello' if -2**31 else b'')))
            print(show(v5))
        return (a2, a3, rest, more, ((~int('  two  words ', 10)) & 1))
    try:
        print(show(f1(*((1, 2, 'a',) * 1)[::-6])))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    def f6(n):
        try:
            for i in range(n):
                got = yield (i, n)
                print('    got', got)
            yield from {x: (x, '%d') for x in '-7'}
        except ValueError as error:
            print('    caught', type(error).__name__)
            yield 'caught'
        finally:
            print('    finally')
        return pow(len('1.5'.join('ǅ')), 4, round(divmod(2**62, 2)[1], -4))
    g7 = f6(0)
    try:
        print(show(next(g7)))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(list(g7)))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g7.close()
except Exception as error:
    failed(error)
try:
    for x8 in list(range(4))[:9]:
        print(show(x8))
        v9 = len(chr(147).translate({97: 'A', 98: None}))
        print(show(v9))
    else:
        if (-0.0).hex().isdigit():
            try:
                v10 = bytes.fromhex(bytes(dict(zip('', 'a'))).hex())
                print(show(v10))
                v11 = (tuple(dict(['ß€😀'])) + ({} + (-5,)))
                print(show(v11))
                v12 = [(x, v) for x in -3**40.lower() for v in range(2)]
                print(show(v12))
            finally:
                print('finally')
                v13 = dict(repr(-2.5).split('{0} {}'.format({-1: 1, -5: 4, 0: 7}), (-2**31) % 7))
                print(show(v13))
            v14 = bytes.fromhex(b'%d|%s' % (1, b'a,b,c').center(6, b'.').hex())
            print(show(v14))
            p15, [p16, p15], = (1e16).as_integer_ratio()[:0]
            print(show((p15, p16,)))
        else:
            if repr(b'Hello').center(5, '*').isidentifier():
                v17 = {0: 6, 'Hello World': 7}
                print(show(v17))
            else:
                v18 = ascii('\x00\xff')
                print(show(v18))
                print(show(b'\x00\xff'.center(6, b'.').upper()))
            v19 = round(123456.789, ((2**63 - 1 * 0)) % 7)
            print(show(v19))
except Exception as error:
    failed(error)
try:
    v20 = bytes.fromhex(b'%d|%s' % (ord('\x00\xff'[:1]), (other := b'')).hex())
    print(show(v20))
except Exception as error:
    failed(error)
try:
    try:
        print(-2**63, 'tab\there'.replace('%d', '-', 3).replace('12'.replace('1.5', '-', 3), '-', 2).zfill(9), sep='-', end='.' + chr(10))
        v21 = {(y, {'Hello World': 8, 3: 6, 1: 2}) for y in v20 if isinstance(y, int)}
        print(show(v21))
        v22 = chr(97).title()
        print(show(v22))
        raise TypeError('made')
    except ValueError as error:
        print('caught', 'ValueError', type(error).__name__)
        v23 = int(2**64 / 3)
        print(show(v23))
except Exception as error:
    failed(error)
try:
    v24 = dict.fromkeys(list(map(str, hash(-3**40))), 0)
    print(show(v24))
except Exception as error:
    failed(error)
try:
    *p25, = list(dict.fromkeys((-5, '  two  words ', -1,), 0).items())
    print(show((p25,)))
except Exception as error:
    failed(error)
try:
    v26 = list(reversed(type((10,)).__name__.split('Hello World'.strip(), 4)))
    print(show(v26))
except Exception as error:
    failed(error)
try:
    def f27(*rest, key=1):
        if f"""{1e-7!r:#.3g}""".startswith('\x00\xff'[:4:(2**63 - 1) % 7].translate({97: 'A', 98: None})):
            def f28(a29, a30, a31=10**18):
                p32, = v26
                print(show((p32,)))
                v24[('', -1,)] = (((walrus := float('inf')) if '{0} {}'.format(0.5) else divmod(1e16, 1.0)[1])) ** 0
                print(show(v24))
                return (a29, a30, a31, (((1e300).__trunc__() + (float('inf') + 1e300))).as_integer_ratio())
            try:
                print(show(f28({y for y in v24 if v26}, max(oct(Number(-2**31) + 3), chr(80), key=len), b'%d|%s' % ((-(-1 if True else 3)), ('tab\there' if 2**31 else b'abc').join([v20, ('tab\there' if 2**31 else b'abc')])), key=round((len('ß€😀') | (-2**31 >> 42)), -2))))
            except Exception as error:
                failed(error)
            def f33(n):
                try:
                    for i in range(n):
                        got = yield i
                        print('    got', got)
                    yield from v26
                except BaseException as error:
                    print('    caught', type(error).__name__)
                    raise
                finally:
                    print('    finally')
                return len(v26)
            g34 = f33(1)
            try:
                print(show(next(g34, 'end')))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(next(g34, 'end')))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g34.close()))
            except (Exception, StopIteration) as error:
                failed(error)
            # When it would be finalized is open.
            g34.close()
            def f35(n):
                try:
                    for i in range(n):
                        got = yield (i, n)
                        print('    got', got)
                finally:
                    print('    finally')
                return abs((int.from_bytes(v20, 'little', signed=True) << 44))
            g36 = f35(0)
            try:
                print(show(next(g36)))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g36.gi_running))
            except (Exception, StopIteration) as error:
                failed(error)
            # When it would be finalized is open.
            g36.close()
        p37, = 'ß€😀'
        print(show((p37,)))
        return (rest, key, (float.fromhex((0.1).hex())).as_integer_ratio())
    try:
        print(show(f27(next(iter(v26), (walrus := v20)[4]), ((1.0).as_integer_ratio()[0] % (other := int('  two  words '))))))
    except Exception as error:
        failed(error)
    try:
        print(show(f27({3, 'ß€😀', 7}, -5)))
    except Exception as error:
        failed(error)
    try:
        print(show(f27((list(filter(None, {10: 2, 'ß€😀': 5})), 255), (((-3) ^ int.from_bytes(v20, 'little', signed=False)) & 10), **dict(v26))))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    print(show(v24.popitem()))
    print(show(v24))
except Exception as error:
    failed(error)
try:
    print(show(((0.0).__trunc__() / 1e300)))
except Exception as error:
    failed(error)
try:
    print(abs(-2**63), 'ǅ', sep='-', end='' + chr(10))
except Exception as error:
    failed(error)
try:
    def f38(*rest):
        def f39(a40, a41=3, *, key=1):
            print(show(v24.popitem()))
            print(show(v24))
            *p42, p43, = {x: (x, x) for x in dict(zip(('abc',), [10, 0]))}
            print(show((p42, p43,)))
            return (a40, a41, key, {x: (x, v) for x in v26 for v in range(2)})
        try:
            print(show(f39(v26, tuple(sorted([3], key=str, reverse=False)), 'ǅ', *v26, **v24)))
        except Exception as error:
            failed(error)
        try:
            print(show(f39(**v24)))
        except Exception as error:
            failed(error)
        return (rest, bytes.fromhex(v20.hex()))
    try:
        print(show(f38((False if ascii("it's") else (max(5e-324, 0.1) == v20)), 'Hello World'[(2) % 7].expandtabs(6).split())))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    raise LookupError() from None
except Exception as error:
    failed(error)
try:
    v44 = ((dict.fromkeys([10, '', 'abc'], 0).keys() & set(('a', '',))) ^ ({str(x) for x in v24 if x} & max('aXbXc', 'a', key=len)))
    print(show(v44))
except Exception as error:
    failed(error)
