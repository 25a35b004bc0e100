# SPDX-License-Identifier: MIT
# tests/differential/run.py --kind language --show 3005
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
        return (('' * -1).count(type((3,)).__name__) - -1)
    g2 = f1(2)
    try:
        print(show(g2.send(7)))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g2.close()
except Exception as error:
    failed(error)
try:
    try:
        def f3(n):
            try:
                for i in range(n):
                    got = yield (i, n)
                    print('    got', got)
                yield from dict(list({1: 0, 1: 7}.items()))
            finally:
                print('    finally')
            return (int(round(float('inf'), 2)) - (~(False + 2)))
        g4 = f3(0)
        try:
            print(show(g4.close()))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(next(g4)))
        except (Exception, StopIteration) as error:
            failed(error)
        # When it would be finalized is open.
        g4.close()
        try:
            try:
                v5 = [str(y) for y in '-7' if y]
                print(show(v5))
                v6 = True
                print(show(v6))
                raise ExceptionGroup('group', [ValueError(1), TypeError('%d'.casefold().count('{0!r:>6}|{x[0]}'.format('line\nline'.split('abc', (0) % 7), x=({'a': 3, '': 3, '  two  words ': 4} | {1: 6, -5: 5, -1: 4}))))])
            except ArithmeticError as error:
                print('caught', 'ArithmeticError', type(error).__name__)
                *p7, = (dict({'Hello World': 3, 'ß€😀': 8, 'ß€😀': 2}) if (7 | -2**31) else {**{3: 3, '  two  words ': 0}, **{2: 5}})
                print(show((p7,)))
            else:
                print(show((1,)[::5]))
        except ValueError as error:
            print('caught', 'ValueError', type(error).__name__)
            v8 = 1e300
            print(show(v8))
        else:
            print(2**64, (walrus := b''), sep='-', end='.' + chr(10))
        finally:
            print('finally')
            def f9(n):
                try:
                    for i in range(n):
                        got = yield b'Hello'
                        print('    got', got)
                finally:
                    print('    finally')
                return (int("it's".strip()) if 'a'.encode().decode('latin-1').isidentifier() else -2**63)
            g10 = f9(2)
            try:
                print(show(list(g10)))
            except (Exception, StopIteration) as error:
                failed(error)
            # When it would be finalized is open.
            g10.close()
    except Exception as error:
        print('caught', 'Exception', type(error).__name__)
        v11 = ((other := 0.1)).hex().split(type((2**64 + 0)).__name__, -5)
        print(show(v11))
    except (TypeError, KeyError) as error:
        print('caught', '(TypeError, KeyError)', type(error).__name__)
        d12 = list(enumerate({}, 5))
        del d12
        print(d12)
    except ArithmeticError as error:
        print('caught', 'ArithmeticError', type(error).__name__)
        match ({**{y: (y, y) for y in [1] if y}, **dict(())} | ({**{}, **{}} if ('%#5.2x|%s' % (2, 1)) else dict({-1: 2, 2: 5}))):
            case [[], *_] as whole:
                print('matched', '[[], *_] as whole')
            case int():
                print('matched', 'int()')
            case []:
                print('matched', '[]')
            case nothing:
                print('no case', show(nothing))
        raise
except Exception as error:
    failed(error)
try:
    assert int(123456.789), f"""{float('inf')=!r:>4}{[1]!a}{2}""".zfill(4)
except Exception as error:
    failed(error)
try:
    match 'line\nline':
        case None if '  two  words ':
            print('matched', 'None')
        case (float() | bool(), _):
            print('matched', '(float() | bool(), _)')
        case None as whole if hasattr(set([3]), 'real'):
            print('matched', 'None as whole')
        case nothing:
            print('no case', show(nothing))
except Exception as error:
    failed(error)
try:
    try:
        v13 = ({str(y) for y in ({} if -1 else {3: 4, 10: 3})} if ord('1.5'.removeprefix("it's")[:1]) else (({1, 10} - {'abc', 'abc'}) - {(y, v) for y in {1: 7, 'abc': 4, 'a': 3} for v in range(1) if y != 1}))
        print(show(v13))
    except* ArithmeticError as error:
        print('caught', 'ArithmeticError', type(error).__name__)
        for x14 in list('%d')[:9]:
            print(show(x14))
            if float.fromhex((((2.0**53 % 2**62)).as_integer_ratio()[0]).hex()):
                continue
            def f15(a16, /, **more):
                v17 = (dict(zip('1.5'.replace('a', '-', (255) % 7), [{'': 7, -1: 4}, 'ß€😀'])) | dict({**{0: 7, 7: 5}, **{}}))
                print(show(v17))
                *p18, = {'  two  words ': 3}
                print(show((p18,)))
                return (a16, more, (1e300 // float(len('ß€😀'))))
            try:
                print(show(f15()))
            except Exception as error:
                failed(error)
    except* (TypeError, KeyError) as error:
        print('caught', '(TypeError, KeyError)', type(error).__name__)
        print(show(([2, 1, '  two  words '] + (sorted(b'', key=str, reverse=True) * 1))))
        raise RuntimeError('new') from error
except Exception as error:
    failed(error)
try:
    try:
        v19 = True
        print(show(v19))
        raise TypeError('made')
    except ArithmeticError as error:
        print('caught', 'ArithmeticError', type(error).__name__)
        print(show((-sum([abs(1e300), (1e16 / 123456.789), slice(1, None)]))))
    else:
        try:
            if False:
                d20 = ('abc',)
                del d20
                print(d20)
                v21 = '{0!r:>0}|{x[0]}'.format(float('tab\there'.lower()), x='\x00\xff'.splitlines(1))
                print(show(v21))
                v22 = {}
                print(show(v22))
        except Exception as error:
            print('caught', 'Exception', type(error).__name__)
            for x23 in list(enumerate(list(range(5, 4, 6))))[:9]:
                print(show(x23))
                if bin(int(10**18 / -1)).expandtabs(6):
                    break
                print(2**62, max('-7', ''.expandtabs(2), key=len).strip(), sep='-', end='.' + chr(10))
        except LookupError as error:
            print('caught', 'LookupError', type(error).__name__)
            with Manager(True) as m24:
                print(show('ǅ'.find(('%a' % (1,)).lstrip(), -1)))
                p25, [*p26, p25], = 'ß€😀'.replace('', '-', (-1) % 7).splitlines(1)
                print(show((p25, p26,)))
                raise StopIteration(3)
            print('after with')
        except ValueError as error:
            print('caught', 'ValueError', type(error).__name__)
            try:
                v27 = [x * 2 for x in (1e16).hex().swapcase() if isinstance(x, int)]
                print(show(v27))
                print(2**31, oct(abs((1, 7, -5,))), sep=', ', end='.' + chr(10))
                raise OSError(14, 'text')
            except ArithmeticError as error:
                print('caught', 'ArithmeticError', type(error).__name__)
                assert (-1 if '{0} {}'.format((10, 1, '  two  words ',)) else '-7'.find(("it's" + 'abc'), 5)), list(range((True) % 7, 3, -4))
            except (TypeError, KeyError) as error:
                print('caught', '(TypeError, KeyError)', type(error).__name__)
                print(show('Hello World'.replace('tab\there', 'Hello World').replace('{0} {}'.format(b''), 'Hello World'.replace('tab\there', 'Hello World')).isidentifier()))
            finally:
                print('finally')
                print(show(b''.join([b'', b'']).join([b'\x00\xff'.strip(b'abc'), b''.join([b'', b''])]).index(2**62)))
            raise
        finally:
            print('finally')
            assert max('aXbXc'[-1:], '12', key=len), 0
    finally:
        print('finally')
        v28 = ('1.5'.encode('latin-1')[-2::] + (walrus := b''.center(5, b'.')))
        print(show(v28))
except Exception as error:
    failed(error)
try:
    v29 = [(((1,) * 1) + '\x00\xff'.partition("it's")), False]
    print(show(v29))
except Exception as error:
    failed(error)
try:
    i30 = 0
    while i30 < 3:
        i30 += 1
        v31 = bytes(v29)
        print(show(v31))
except Exception as error:
    failed(error)
raise IndexError() from KeyError(1)
