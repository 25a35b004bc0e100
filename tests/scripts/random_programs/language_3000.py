# SPDX-License-Identifier: MIT
# tests/differential/run.py --kind language --show 3000
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
    v1 = [(y, u) for y in list(enumerate({'Hello World': 8}, 6)) for u in range(1)]
    print(show(v1))
except Exception as error:
    failed(error)
try:
    def f2(n):
        try:
            for i in range(n):
                got = yield (i, n)
                print('    got', got)
        except BaseException as error:
            print('    caught', type(error).__name__)
            pass
        finally:
            print('    finally')
        return 10
    g3 = f2(2)
    try:
        print(show(next(g3)))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g3.close()
except Exception as error:
    failed(error)
try:
    try:
        class C4:
            pass
            @property
            def y(self):
                return self.x
            def __iter__(self):
                yield from bytes(v1)
            def __contains__(self, item):
                return ((Number('\x00\xff'.index(-2**63)) + print) % 1000 ** 3)
        o5 = C4()
        try:
            print(show(o5 < divmod(sum(dict.fromkeys((), 0)), (10**25 % 2**31))[0]))
        except Exception as error:
            failed(error)
        try:
            print(show(sorted([o5, o5])))
        except Exception as error:
            failed(error)
        try:
            print(show(list(o5)))
        except Exception as error:
            failed(error)
        try:
            print(show(o5 & b'Hello'))
        except Exception as error:
            failed(error)
        try:
            print(show(isinstance(o5, Exception)))
        except Exception as error:
            failed(error)
        def f6(n):
            count = n
            def g7(step=abs(abs((True // 7)))):
                nonlocal count
                count *= step
                return count, n
            return g7
        g7 = f6(-2**63)
        print(show((g7(), g7((int(list(enumerate((-1, 'Hello World', 1,), -1)) / (-5 - 10)) ^ ((2 & 2**64) * -2**31))), g7.__closure__ is not None)))
        raise TypeError('made')
    except LookupError as error:
        print('caught', 'LookupError', type(error).__name__)
        v8 = ((float('\x00\xff') * (-2.5 + 1e-7))) ** 1
        print(show(v8))
    except Exception as error:
        print('caught', 'Exception', type(error).__name__)
        if (len(b'\x00\xff'.replace(b'abc', b'-')) & (round(0, 1)).bit_length()):
            print(show(v1.index(-1, -5)))
            print(show(v1))
            assert 'aXbXc', (({'abc'} & {1}).difference(divmod(-5, 2**31)) - (dict(zip(bytes(range(5)), ['abc', -5, 'abc'])).keys() & {''}))
            try:
                v9 = ((set() & set()) & {10, 1}.difference(b'\x00\xff')).difference(list(reversed(('1.5' * -1))))
                print(show(v9))
                raise ZeroDivisionError
            except ValueError as error:
                print('caught', 'ValueError', type(error).__name__)
                v10 = ('a'[-2].count('{0!r:>4}|{x[0]}'.format(['  two  words ', 1], x=v1))).bit_length()
                print(show(v10))
                raise
            except LookupError as error:
                print('caught', 'LookupError', type(error).__name__)
                v11 = bytes(list(bytes(list((-0.0 % -2**63)))))
                print(show(v11))
            else:
                v12 = hex(10**18)
                print(show(v12))
            finally:
                print('finally')
                print(show(v1.append(bin((b'a,b,c'[3] | 2**63 - 1)))))
                print(show(v1))
        else:
            d13 = repr(tuple((x, u) for x in type(2**62).__name__ for u in range(2) if x))
            del d13
            print(d13)
            v14 = 2.0**53
            print(show(v14))
except Exception as error:
    failed(error)
try:
    del v1[(pow(-2**31, 3, False)) % 7]
    print(show(v1))
except Exception as error:
    failed(error)
try:
    v15 = int(7 / sum((-5, 3, -5,)))
    print(show(v15))
except Exception as error:
    failed(error)
try:
    d16 = ascii('{0} {}'.format(set({})))
    del d16
    print(d16)
except Exception as error:
    failed(error)
try:
    v17 = '\x00\xff'.upper()
    print(show(v17))
except Exception as error:
    failed(error)
try:
    print(show(((sorted({'': 7, -1: 7}, key=str, reverse=True) if v17 else v1) in ((b'a,b,c' + b'\x00\xff') if (other := v1) else b'abc'))))
except Exception as error:
    failed(error)
try:
    try:
        try:
            if ''.split(str((-1,)[(10**25) % 7:5]), -5):
                del v1[:]
                print(show(v1))
                print(show(v17))
                p18, *p19, = {10: 6}
                print(show((p18, p19,)))
            else:
                v20 = ord(v17[:1])
                print(show(v20))
                v21 = v15
                print(show(v21))
            def f22(a23, *rest):
                v24 = {}.index(int(v17))
                print(show(v24))
                return (a23, rest, (dict(zip(type(v15).__name__, tuple(str(x) for x in ('Hello World', 1, 1,)))).keys() & [3]))
            try:
                print(show(f22(key=v1)))
            except Exception as error:
                failed(error)
            try:
                print(show(f22(float(v15))))
            except Exception as error:
                failed(error)
            v25 = v17
            print(show(v25))
            raise ValueError(v1)
        except* ArithmeticError as error:
            print('caught', 'ArithmeticError', type(error).__name__)
            print(show((v1[:(7) % 7] * 1)))
    finally:
        print('finally')
        try:
            print(show((other := bytes(range(5)))))
            raise IndexError() from KeyError(5)
        except* Exception as error:
            print('caught', 'Exception', type(error).__name__)
            p26, = (v1 + [10])
            print(show((p26,)))
        except* ArithmeticError as error:
            print('caught', 'ArithmeticError', type(error).__name__)
            v27 = dict.fromkeys(b'a,b,c'.replace(b'Hello'.replace(bytes(range(5)), b'-'), b'-'), 0)
            print(show(v27))
            raise
        except* (TypeError, KeyError) as error:
            print('caught', '(TypeError, KeyError)', type(error).__name__)
            try:
                v28 = {'  two  words ', 10, 'ß€😀'}
                print(show(v28))
                v29 = set()
                print(show(v29))
                v30 = []
                print(show(v30))
            except ArithmeticError as error:
                print('caught', 'ArithmeticError', type(error).__name__)
                print(show(({(y, u) for y in {2: 2, 'ß€😀': 6, 3: 1} for u in range(0) if isinstance(y, int)} ^ {y for y in (3, 7, '',) if y}).issubset({'  two  words ': 4, 'Hello World': 6})))
            except (TypeError, KeyError) as error:
                print('caught', '(TypeError, KeyError)', type(error).__name__)
                print(show(v1.pop()))
                print(show(v1))
            else:
                v31 = v15
                print(show(v31))
            raise RuntimeError('new') from error
except Exception as error:
    failed(error)
try:
    class C32:
        pass
        def __rmatmul__(self, other):
            return other
        def __call__(self, *args, **more):
            return args, more
    o33 = C32()
    try:
        print(show(o33.made(1)))
    except Exception as error:
        failed(error)
    try:
        print(show(str(o33)[:5]))
    except Exception as error:
        failed(error)
    try:
        print(show(sorted([o33, o33])))
    except Exception as error:
        failed(error)
    try:
        print(show(o33[-5]))
    except Exception as error:
        failed(error)
    try:
        print(show(('a',)[(v15) % 7:5] * o33))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
