# SPDX-License-Identifier: MIT
# tests/differential/run.py --kind language --show 3004
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
    v1 = (0.1 if '\x00\xff'[-3] else 1e16)
    print(show(v1))
except Exception as error:
    failed(error)
try:
    class C2(Exception):
        pass
        def __eq__(self, other):
            return (type(({'ß€😀'} ^ {0})).__name__ not in "it's"[-1:-3].removeprefix('Hello World'.lstrip()))
        def __contains__(self, item):
            return ((int('12') | (2 | 10**25))).to_bytes(6, 'big')
        def __repr__(self):
            return 'a'
    o3 = C2('text')
    try:
        print(show(o3 == bytes.fromhex(bytes.fromhex('  two  words '.encode().hex()).hex())))
    except Exception as error:
        failed(error)
    try:
        print(show(o3[-6]))
    except Exception as error:
        failed(error)
    try:
        print(show(('abc',) @ o3))
    except Exception as error:
        failed(error)
    try:
        print(show(hash(o3) == hash(o3)))
    except Exception as error:
        failed(error)
    try:
        print(show(sorted([o3, o3])))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    *p4, p5, = ([7, '', 0] + sorted(()))
    print(show((p4, p5,)))
except Exception as error:
    failed(error)
try:
    print(show(dict(a=((*{}, 255) if format(0.0, 'g') else (('a',) * 3)))))
except Exception as error:
    failed(error)
try:
    print(show(v1))
except Exception as error:
    failed(error)
try:
    print(show((v1 * float(((2**64) % 1000 ** 1)))))
except Exception as error:
    failed(error)
try:
    def f6(a7, a8, a9, *, key=1, **more):
        class C10:
            pass
            def __getitem__(self, key):
                return key
            def __setattr__(self, name, value):
                print('    set', name); object.__setattr__(self, name, value)
            def __call__(self, *args, **more):
                return args, more
            def __bool__(self):
                return False
        o11 = C10()
        try:
            print(show(v1 - o11))
        except Exception as error:
            failed(error)
        try:
            print(show(list(o11)))
        except Exception as error:
            failed(error)
        try:
            print(show(isinstance(o11, int)))
        except Exception as error:
            failed(error)
        try:
            print(show(o11.x))
        except Exception as error:
            failed(error)
        try:
            print(show(sorted([o11, o11])))
        except Exception as error:
            failed(error)
        v12 = b'%d|%s' % (((10**25 // 10**18) ^ len('-7')), (walrus := 'abc'.encode()))
        print(show(v12))
        return (a7, a8, a9, key, more, int(v1))
    try:
        print(show(f6(False, key=-2**31, **dict(dict.fromkeys([*[3, 2, '  two  words '], *3], 0)))))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    i13 = 0
    while i13 < 1:
        i13 += 1
        v14 = (dict(list(map(str, [10, '  two  words ']))), (-2.5 % 2))
        print(show(v14))
except Exception as error:
    failed(error)
try:
    def f15(n):
        try:
            for i in range(n):
                got = yield (i, n)
                print('    got', got)
            yield from {x: str(x) for x in list(enumerate('line\nline', 0))}
        except BaseException as error:
            print('    caught', type(error).__name__)
            yield 'caught'
        finally:
            print('    finally')
        return min(((True if '12' else 2**62) << 12), int('12', 36))
    g16 = f15(1)
    try:
        print(show(next(g16)))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(g16.send(None)))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g16.close()
except Exception as error:
    failed(error)
try:
    def f17(a18=255, *, key=1, **more):
        p19, p20, = (2, 0,)
        print(show((p19, p20,)))
        return (a18, key, more, {**{**{'abc': 4}, **dict(b='  two  words ')}, **{x: (x, u) for x in '{0} {}'.format([3]) for u in range(3) if x != 1}})
    try:
        print(show(f17((({10, '  two  words '} & {10, -5, 'a'}) if 'abc' else set('12')), '-7'.upper())))
    except Exception as error:
        failed(error)
    try:
        print(show(f17(10**18, v1, key=dict(a=-5))))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    raise IndexError() from KeyError(4)
except Exception as error:
    failed(error)
try:
    if [b'Hello', b'abc'[(7) % 7]]:
        v21 = ({'abc'} | (([].keys() & {1, '', '  two  words '}) ^ {3, 3, 0}.union(('a', '  two  words ',))))
        print(show(v21))
        v22 = list(enumerate(dict(zip('tab\there'.translate({97: 'A', 98: None}), {**{-1: 4}, **{}})), 6))
        print(show(v22))
    elif ord('%d'[:1]):
        class C23(str):
            pass
            def __iter__(self):
                yield from tuple((*b'Hello', -3**40))
            def __getitem__(self, key):
                return key * 2
            @classmethod
            def made(*args):
                return len(args)
            def __setattr__(self, name, value):
                print('    set', name); object.__setattr__(self, name, value)
            def __eq__(self, other):
                return (not pow(-2**31, 2, (10**18).bit_count()))
        o24 = C23('text')
        try:
            print(show(C23.__mro__[1].__name__))
        except Exception as error:
            failed(error)
        try:
            print(show(o24 @ ('{0} {}'.format([]).replace('line\nline', '{0} {}'.format([])), pow('12'.count('abc'), 1, (-5 << 4)))))
        except Exception as error:
            failed(error)
        try:
            print(show(o24(((b'\x00\xff'[-4] + list(range((10) % 7, -6, 1))) if 'a'.splitlines(0) else list(enumerate((b'Hello' + b'Hello'), (2**64) % 7))), k=1)))
        except Exception as error:
            failed(error)
        try:
            print(show(sorted([o24, o24])))
        except Exception as error:
            failed(error)
        try:
            print(show(o24.x))
        except Exception as error:
            failed(error)
        v25 = list(range(((10**25 if '%d' else -2**63)) % 7, (next(iter([]), 1)) % 7, (min(bytes(range(5)), -2**31)) % 7))
        print(show(v25))
    else:
        v26 = (~((walrus := 2**62)).bit_length())
        print(show(v26))
except Exception as error:
    failed(error)
try:
    v27 = {3}
    print(show(v27))
except Exception as error:
    failed(error)
try:
    with Manager(False) as m28, Manager(True) as m29:
        v1 /= 0.0
        print(show(v1))
    print('after with')
except Exception as error:
    failed(error)
try:
    for x30 in list([3, 'abc'])[:9]:
        print(show(x30))
        with Manager(False) as m31:
            with Manager(True) as m32:
                v33 = v27
                print(show(v33))
                print(show(oct(ord('tab\there'.ljust(0)[:1]))))
                raise OSError(11, 'text')
            print('after with')
        print('after with')
    else:
        raise IndexError() from KeyError(0)
except Exception as error:
    failed(error)
raise StopIteration(3)
