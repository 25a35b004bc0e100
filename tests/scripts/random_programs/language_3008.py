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
    v1 = dict(a='{0!r:>9}|{x[0]}'.format('a', x=()).split(format({'abc', ''}, 'F'), 0))
    print(show(v1))
except Exception as error:
    failed(error)
try:
    p2, p3, = tuple((*[], -1))
    print(show((p2, p3,)))
except Exception as error:
    failed(error)
try:
    p4, [p5, p4], = list(range((10**25) % 7, -5, 1))
    print(show((p4, p5,)))
except Exception as error:
    failed(error)
try:
    try:
        v6 = set([*(-1, -5, '  two  words ',), *[]]).union((list(filter(None, (7, 1,))) * 3))
        print(show(v6))
        with Manager(True) as m7, Manager(False) as m8:
            match ({(x, v) for x in ([1, 0, 7] * 0) for v in range(3)} if False else (set() & ({'Hello World', 7, 1} ^ set()))):
                case float() | bool():
                    print('matched', 'float() | bool()')
                case nothing:
                    print('no case', show(nothing))
        print('after with')
        raise KeyError(f"""{52!s:{7}}{v1=}{(10, 0,)=!r:>12}"""[::])
    except* Exception as error:
        print('caught', 'Exception', type(error).__name__)
        v9 = 'tab\there'
        print(show(v9))
    finally:
        print('finally')
        v10 = (walrus := ('ß€😀'.index(-2**31) > (255 * (7, 'ß€😀',)) >= (0 & 255)))
        print(show(v10))
except Exception as error:
    failed(error)
try:
    assert [].replace(('%+5.0f|%s' % (list(zip('abc', [-1, 'ß€😀'])), (0, '  two  words ', '',)[:])), []), bytes.fromhex(((b'' + b'\x00\xff') + bytes.fromhex({}.hex())).hex())
except Exception as error:
    failed(error)
try:
    with Manager(True) as m11:
        v12 = ((-0.0).hex() not in '%d'[(2) % 7].lstrip())
        print(show(v12))
        v13 = None[-2::]
        print(show(v13))
    print('after with')
except Exception as error:
    failed(error)
try:
    v1 |= {10: 7, 2: 5}
    print(show(v1))
except Exception as error:
    failed(error)
try:
    p14, p15, = ascii('  two  words ').split('%d'.replace(bytes(range(5)), '-', -2), -6)
    print(show((p14, p15,)))
except Exception as error:
    failed(error)
try:
    v16 = '{0!r:>5}|{x[0]}'.format(('ß€😀', 3, '  two  words ',), x={'a': 5, '  two  words ': 4, 1: 0})[1].removeprefix(max(f"""{'-7'!s:}|{set()!s:G}|{'  two  words '}""", repr(-5), key=len))
    print(show(v16))
except Exception as error:
    failed(error)
try:
    v17 = v1
    print(show(v17))
except Exception as error:
    failed(error)
try:
    print((((0).bit_count() - 10) if round((255 if True else -5), 1) else (abs(2) // int(0.5))), oct((3 >> 46)).translate({97: 'A', 98: None}), sep='-', end='.' + chr(10))
except Exception as error:
    failed(error)
try:
    i18 = 0
    while i18 < 4:
        i18 += 1
        v19 = (sum([-1])).bit_length()
        print(show(v19))
        if v16:
            continue
    else:
        del v1[int((123456.789 if '%d'.split() else (1e300).__trunc__()))]
        print(show(v1))
except Exception as error:
    failed(error)
