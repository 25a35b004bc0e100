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
    def f1(n):
        try:
            for i in range(n):
                got = yield ()
                print('    got', got)
        except ValueError as error:
            print('    caught', type(error).__name__)
            pass
        finally:
            print('    finally')
        return (((255 & '12'.index(2**64))) % 1000 ** 0)
    g2 = f1(3)
    try:
        print(show(g2.gi_running))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(g2.gi_running))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(g2.throw(ValueError('thrown'))))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(g2.close()))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g2.close()
except Exception as error:
    failed(error)
try:
    v3 = (format({0: 7, -1: 0, '': 0}, '.2').startswith(''.rstrip('ß€😀')) is not None)
    print(show(v3))
except Exception as error:
    failed(error)
try:
    raise LookupError() from None
except Exception as error:
    failed(error)
try:
    for x4 in list((b'\x00\xff'.replace(b'abc', b'-') + b'%d|%s' % (True, b'abc')))[:9]:
        print(show(x4))
        print(show(divmod(next(iter(sorted(b'\x00\xff')), int.from_bytes(b'', 'little', signed=True)), -5)))
        v5 = ('Hello World'.casefold() * -5)
        print(show(v5))
except Exception as error:
    failed(error)
try:
    v6 = len(max('  two  words '[:], ('%(k)s%(v)-.2a' % {'k': 1, 'v': v3}), key=len))
    print(show(v6))
except Exception as error:
    failed(error)
try:
    d7 = tuple(dict(dict(zip([10, 0], {'': 3, 2: 1, 'a': 4}))))
    del d7
    print(d7)
except Exception as error:
    failed(error)
try:
    v8 = (((0.0 / 3.0) / (v3 if ['  two  words ', ''] else float('inf')))).as_integer_ratio()[0]
    print(show(v8))
except Exception as error:
    failed(error)
try:
    p9, = ('{}' if False else '%d').removesuffix('abc'.lstrip())
    print(show((p9,)))
except Exception as error:
    failed(error)
