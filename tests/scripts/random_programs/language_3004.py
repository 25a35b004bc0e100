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
    v1 = (0.1 if chr(193) else 1e16)
    print(show(v1))
except Exception as error:
    failed(error)
try:
    v2 = ('%012.0s' % (list(enumerate({x: (x, v) for x in [1] for v in range(0)}, (2**64) % 7)),))
    print(show(v2))
except Exception as error:
    failed(error)
try:
    match v1:
        case [] if (int(int(v1) / (-5 - 2**62))).bit_count():
            print('matched', '[]')
        case nothing:
            print('no case', show(nothing))
except Exception as error:
    failed(error)
try:
    print(show(len(v2.zfill(12).zfill(3))))
except Exception as error:
    failed(error)
try:
    *p3, p4, = (*0.splitlines(0), (other := -5))
    print(show((p3, p4,)))
except Exception as error:
    failed(error)
try:
    v5 = False
    print(show(v5))
except Exception as error:
    failed(error)
try:
    v6 = (dict(([10] + [])) | {})
    print(show(v6))
except Exception as error:
    failed(error)
try:
    *p7, p8, = v1
    print(show((p7, p8,)))
except Exception as error:
    failed(error)
try:
    v9 = sorted({})
    print(show(v9))
except Exception as error:
    failed(error)
try:
    class C10(Exception):
        pass
        def __getitem__(self, key):
            return key
        @classmethod
        def made(*args):
            return len(args)
    o11 = C10('text')
    try:
        print(show(isinstance(o11, Exception)))
    except Exception as error:
        failed(error)
    try:
        print(show(set(tuple((3,))).difference(v9) in o11))
    except Exception as error:
        failed(error)
    try:
        print(show((v1).as_integer_ratio() << o11))
    except Exception as error:
        failed(error)
    try:
        print(show(C10.__mro__[1].__name__))
    except Exception as error:
        failed(error)
    try:
        print(show(('line\nline' == (other := v9)) - o11))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    try:
        try:
            match ((2 | 255)).to_bytes(2, 'big').join([bytes(dict.fromkeys({0: 6, 2: 5, 2: 4}, 0)), ((2 | 255)).to_bytes(2, 'big')]):
                case ({1: float() | bool()}, _):
                    print('matched', '({1: float() | bool()}, _)')
                case None:
                    print('matched', 'None')
                case -1:
                    print('matched', '-1')
                case {'a': value, **others}:
                    print('matched', "{'a': value, **others}")
                case nothing:
                    print('no case', show(nothing))
            raise Exception(v2, 3)
        except ValueError as error:
            print('caught', 'ValueError', type(error).__name__)
            p12, [p13, p12], = list(list(range(-2, (-1) % 7, (10**25) % 7)))
            print(show((p12, p13,)))
        except (TypeError, KeyError) as error:
            print('caught', '(TypeError, KeyError)', type(error).__name__)
            def f14(a15, *rest, key=1):
                d16 = (v2.partition(hex(10)) * 2)
                del d16
                print(d16)
                return (a15, rest, key, 2)
            try:
                print(show(f14(b'a,b,c'.upper(), (lambda: 1), key=v6)))
            except Exception as error:
                failed(error)
        except Exception as error:
            print('caught', 'Exception', type(error).__name__)
            v17 = v1
            print(show(v17))
            raise
        else:
            v2 += 'ǅ'
            print(show(v2))
        print(show(v9.append(v2)))
        print(show(v9))
    finally:
        print('finally')
        v18 = (v2 * -6).translate({97: 'A', 98: None})
        print(show(v18))
except Exception as error:
    failed(error)
try:
    print(show(v6.update(dict.fromkeys(v9, 0))))
    print(show(v6))
except Exception as error:
    failed(error)
try:
    print(show(v9.append(bytes(v2).upper())))
    print(show(v9))
except Exception as error:
    failed(error)
try:
    class C19(Number):
        pass
        def __init__(self, *args):
            self.x = args
        def __getattr__(self, name):
            return name
        def __call__(self, *args, **more):
            return args, more
    o20 = C19(3)
    try:
        print(show(isinstance(o20, Exception)))
    except Exception as error:
        failed(error)
    try:
        print(show(list(o20)))
    except Exception as error:
        failed(error)
    try:
        print(show(o20 ^ dict.fromkeys(v9, 0)))
    except Exception as error:
        failed(error)
    try:
        print(show(ascii('1.5'.expandtabs(4).upper()) ^ o20))
    except Exception as error:
        failed(error)
    try:
        print(show(o20 == (b'' * 3)))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    class C21(Number):
        pass
        def __contains__(self, item):
            return (sum([v1, v1, hash(3)]) <= 'aXbXc'[:(10) % 7])
        def __setattr__(self, name, value):
            print('    set', name); object.__setattr__(self, name, value)
        def __bool__(self):
            return 1
    o22 = C21(3)
    try:
        print(show([] % o22))
    except Exception as error:
        failed(error)
    try:
        print(show(o22.field))
    except Exception as error:
        failed(error)
    try:
        print(show(o22[-3]))
    except Exception as error:
        failed(error)
    try:
        print(show(o22 % v1))
    except Exception as error:
        failed(error)
    try:
        print(show(o22 @ ['Hello World', -5, 0]))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
