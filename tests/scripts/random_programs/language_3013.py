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
    try:
        v1 = ('%(k)s%(v) 5s' % {'k': 1, 'v': (~-3**40)}).lower()
        print(show(v1))
    except ArithmeticError as error:
        print('caught', 'ArithmeticError', type(error).__name__)
        *p2, = {**(other := {'ß€😀': 6, -1: 1}), **dict([])}
        print(show((p2,)))
    else:
        for x3 in list(dict.fromkeys([-5, -5, 2], 0))[:9]:
            print(show(x3))
            if ('ǅ' if format(False, 'G').encode().decode('latin-1') else 'aXbXc'[:].expandtabs(0)):
                continue
            print(int.from_bytes(b'', 'little', signed=False), ('%d' + '1.5'.encode().decode('latin-1').removeprefix('')), sep='-', end='.' + chr(10))
    finally:
        print('finally')
        if False:
            d4 = ({-1} | (set() | set())).difference((other := divmod(2**31, True)))
            del d4
            print(d4)
        elif ['Hello World', 'Hello World', 1]:
            def f5(n):
                try:
                    for i in range(n):
                        got = yield (('aXbXc'.count('a'), repr(-2**63)) * 0)
                        print('    got', got)
                except ValueError as error:
                    print('    caught', type(error).__name__)
                    raise
                finally:
                    print('    finally')
                return (len('ß€😀'.removesuffix(2**62)) if ([3] + [*{1: 1, 'a': 3, 3: 1}, *['ß€😀', -5]]) else ((2**31 + -2**31) % (~10)))
            g6 = f5(1)
            try:
                print(show(g6.throw(ValueError('thrown'))))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(list(g6)))
            except (Exception, StopIteration) as error:
                failed(error)
            # When it would be finalized is open.
            g6.close()
            class C7(Number):
                pass
                def __len__(self):
                    return 5
                def __iter__(self):
                    yield from (bytes(list(b'')) if sorted([-1], key=str, reverse=True) else b'abc'.replace(b'a,b,c', b'-'))
                def __getitem__(self, key):
                    return key * 2
                def __contains__(self, item):
                    return (((-0.0 / float('inf')) // 1e-7)).as_integer_ratio()[0]
                def __setattr__(self, name, value):
                    print('    set', name); object.__setattr__(self, name, value)
            o8 = C7(3)
            try:
                print(show([each for each in dir(C7) if each[:2] != '__']))
            except Exception as error:
                failed(error)
            try:
                print(show(o8[((2**63 - 1 if True else 7)) % 7]))
            except Exception as error:
                failed(error)
            try:
                print(show(hasattr([], 'x') + o8))
            except Exception as error:
                failed(error)
            try:
                print(show(o8.missing))
            except Exception as error:
                failed(error)
            try:
                print(show(o8 ^ sorted(divmod((False >> 9), (-1).bit_length()))))
            except Exception as error:
                failed(error)
        else:
            try:
                v9 = round(b'\x00\xff'[1], 6)
                print(show(v9))
                print(show('%d'.partition('%d'.expandtabs(8))))
                print(show(((len(dict(zip({-5: 6, 'Hello World': 0, '  two  words ': 8}, {-1: 8, 1: 1})))) % 1000 ** 0)))
                raise LookupError() from None
            finally:
                print('finally')
                print((-10), (walrus := ascii('ß€😀'.swapcase())), sep=', ', end='' + chr(10))
except Exception as error:
    failed(error)
try:
    match divmod(min((--3**40), int(-0.0)), ((10**25 if 2 else 7) if sorted(b'', key=str, reverse=False) else len('tab\there'))):
        case 'a' if callable((hash(round(5e-324, (10**25) % 7)) == hash(round(5e-324, (10**25) % 7)))):
            print('matched', "'a'")
        case [_]:
            print('matched', '[_]')
        case None:
            print('matched', 'None')
        case nothing:
            print('no case', show(nothing))
except Exception as error:
    failed(error)
try:
    print(show((float(('12' + 'abc'))).__trunc__()))
except Exception as error:
    failed(error)
try:
    def f10(n):
        try:
            for i in range(n):
                got = yield True
                print('    got', got)
        finally:
            print('    finally')
        return int(1.0)
    g11 = f10(1)
    try:
        print(show(g11.send(None)))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g11.close()
except Exception as error:
    failed(error)
try:
    print(show(set()))
except Exception as error:
    failed(error)
try:
    try:
        class C12(dict):
            pass
            def __contains__(self, item):
                return ('aXbXc' <= [(y, ()) for y in [-5]])
            def __format__(self, spec):
                return f'<{spec}>'
            def __setattr__(self, name, value):
                print('    set', name); object.__setattr__(self, name, value)
            def __len__(self):
                return 5
        o13 = C12({1: 2})
        try:
            print(show(o13[1]))
        except Exception as error:
            failed(error)
        try:
            print(show(o13((({10, '', 'a'} | set().union([])) ^ ({3, 'abc', 'Hello World'} - {'Hello World', -1})), k=1)))
        except Exception as error:
            failed(error)
        try:
            print(show([each for each in dir(C12) if each[:2] != '__']))
        except Exception as error:
            failed(error)
        try:
            print(show(o13.x))
        except Exception as error:
            failed(error)
        try:
            print(show(o13.missing))
        except Exception as error:
            failed(error)
        v14 = len([range(3), b''][(False) % 7:])
        print(show(v14))
        class C15(str):
            field = type({'  two  words ', 0, 'abc'}).__name__.translate({97: 'A', 98: None}).split(("it's".expandtabs(6) * -1), -2)
            def __bool__(self):
                return False
            def __format__(self, spec):
                return f'<{spec}>'
        o16 = C15('text')
        try:
            print(show(o16 ** 3.0))
        except Exception as error:
            failed(error)
        try:
            print(show(C15.__mro__[1].__name__))
        except Exception as error:
            failed(error)
        try:
            print(show(o16(((set() if 'tab\there' else {0, ''}) if any([]) else (other := set())).issubset((walrus := (set() if False else set()))), k=1)))
        except Exception as error:
            failed(error)
        try:
            print(show(list(o16)))
        except Exception as error:
            failed(error)
        try:
            print(show(o16 == dict.fromkeys((other := 'abc'.removesuffix('-7')), 0)))
        except Exception as error:
            failed(error)
        raise ZeroDivisionError
    except ArithmeticError as error:
        print('caught', 'ArithmeticError', type(error).__name__)
        p17, *p18, [p19, p17], = '{0!r:>3}|{x[0]}'.format(list(range(2, -4, 1)), x=('',))
        print(show((p17, p18, p19,)))
    except ValueError as error:
        print('caught', 'ValueError', type(error).__name__)
        print(show({**dict(dict({'Hello World': 3, -1: 5, 0: 0})), **(dict(zip('%d', ('  two  words ', 2,))) | {})}))
except Exception as error:
    failed(error)
try:
    def f20(*, key=1):
        try:
            v21 = '  two  words '
            print(show(v21))
        except ArithmeticError as error:
            print('caught', 'ArithmeticError', type(error).__name__)
            v22 = {}
            print(show(v22))
            raise ExceptionGroup('group', [ValueError(1), TypeError(int(hash((10**25 & 10**25)) / ((2**64 + True)).bit_length()))])
        except LookupError as error:
            print('caught', 'LookupError', type(error).__name__)
            v23 = {2, -1, 'ß€😀'}
            print(show(v23))
        return (key, [10, 3, 7])
    try:
        print(show(f20()))
    except Exception as error:
        failed(error)
    try:
        print(show(f20(dict(b=int('{}'.casefold(), 0)), *'\x00\xff'.removeprefix('{}').lower())))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    if ((-5 << 7) | len(dict([]))):
        try:
            print(show(int((123456.789 if (['Hello World', 'abc'] * 3) else (-2.5 if 1 else float('inf'))))))
            raise OSError(11, 'text')
        except (TypeError, KeyError) as error:
            print('caught', '(TypeError, KeyError)', type(error).__name__)
            print(show('  two  words '))
        except ArithmeticError as error:
            print('caught', 'ArithmeticError', type(error).__name__)
            v24 = (b'%d|%s' % (False, (2**64).to_bytes(6, 'big')) if b'\x00\xff'.isidentifier() else bytes.fromhex(bytes(range(5)).hex()))
            print(show(v24))
        except LookupError as error:
            print('caught', 'LookupError', type(error).__name__)
            v25 = (bin(hash(255)) != ((other := (1,)) * 1))
            print(show(v25))
            raise
        finally:
            print('finally')
            if int(oct(-2**31).find(frozenset([1]).swapcase(), -3) / max((-0.0).hex())):
                v26 = 'aXbXc'
                print(show(v26))
            else:
                v27 = "it's".lower().center(10, '*').startswith(('%-G|%s' % (1e-7, bytes(list(b'a,b,c')))))
                print(show(v27))
except Exception as error:
    failed(error)
try:
    v28 = ((-5, -1,)[-4:(10) % 7:] if [-5, 'abc', 0] else (*[0], 2**31))[('1.5'.index(-2**31)) % 7:]
    print(show(v28))
except Exception as error:
    failed(error)
try:
    def f29(n):
        try:
            for i in range(n):
                got = yield (i, n)
                print('    got', got)
            yield from (walrus := [7, 3])[2:(-3**40) % 7:]
        except GeneratorExit as error:
            print('    caught', type(error).__name__)
            return 5
        finally:
            print('    finally')
        return int((other := 'ǅ'.removeprefix('%d')))
    g30 = f29(1)
    try:
        print(show(next(g30)))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(next(g30, 'end')))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g30.close()
except Exception as error:
    failed(error)
try:
    for x31 in list(sorted(bytes(range(5)).replace(b'Hello', b'-'), key=str, reverse=False))[:9]:
        print(show(x31))
        if -5:
            continue
        class C32(Number):
            field = '{0!r:>4}|{x[0]}'.format(v28, x=b'a,b,c').splitlines(0)
            @property
            def y(self):
                return {'ß€😀', 10, -1}
            def __call__(self, *args, **more):
                return args, more
            def __format__(self, spec):
                return f'<{spec}>'
            def __getitem__(self, key):
                return key * 2
        o33 = C32(3)
        try:
            print(show(o33 - (divmod(5e-324, (5e-324 // 1.0))[0] // ((3.0 - 10**25) // float('tab\there')))))
        except Exception as error:
            failed(error)
        try:
            print(show(setattr(o33, 'z', 1)))
        except Exception as error:
            failed(error)
        try:
            print(show(C32.__mro__[1].__name__))
        except Exception as error:
            failed(error)
        try:
            print(show(o33(((1, dict(zip('', [2, 'abc']))) + ()), k=1)))
        except Exception as error:
            failed(error)
        try:
            print(show((v28 * 0) ** o33))
        except Exception as error:
            failed(error)
except Exception as error:
    failed(error)
try:
    try:
        try:
            print(((~3)).bit_count(), show(('12'.expandtabs(8) if callable('%d') else '{}')), sep='-', end='' + chr(10))
            print(show({'abc'}))
            v34 = 2
            print(show(v34))
            raise TypeError('made')
        except Exception as error:
            print('caught', 'Exception', type(error).__name__)
            print(show('ǅ'))
        except ArithmeticError as error:
            print('caught', 'ArithmeticError', type(error).__name__)
            def f35(n):
                count = n
                def g36(step=int(max((1e300).hex(), max('Hello World', '  two  words ', key=len), key=len))):
                    nonlocal count
                    count -= step
                    return count, n
                return g36
            g36 = f35(((max(v28) >> 33) ^ (min(-3**40, False) % 'line\nline'.count('12'))))
            print(show((g36(), g36(divmod((walrus := bytes(range(5))[-5]), ((walrus := -1)).bit_length())[1]), g36.__closure__ is not None)))
        else:
            v37 = divmod(((-2**31 + 10**18) // (v28 >> 25)), pow(2, 1, 'tab\there'.count('Hello World')))
            print(show(v37))
        i38 = 0
        while i38 < 1:
            i38 += 1
            print(show((255 - (-2**31 >> 59))))
        v39 = list(map(show, ({y: y * 2 for y in 'ǅ'} | dict(zip([3, 7], [])))))
        print(show(v39))
        raise ValueError(['ß€😀', 3, 2])
    except LookupError as error:
        print('caught', 'LookupError', type(error).__name__)
        try:
            v40 = False
            print(show(v40))
            raise OSError(21, 'text')
        except ArithmeticError as error:
            print('caught', 'ArithmeticError', type(error).__name__)
            def f41(n):
                try:
                    for i in range(n):
                        got = yield (i, n)
                        print('    got', got)
                except Exception as error:
                    print('    caught', type(error).__name__)
                    raise
                finally:
                    print('    finally')
                return ord('tab\there'.translate({97: 'A', 98: None}).ljust(6)[:1])
            g42 = f41(0)
            try:
                print(show(g42.throw(ValueError('thrown'))))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g42.send(7)))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g42.send(7)))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g42.send(7)))
            except (Exception, StopIteration) as error:
                failed(error)
            # When it would be finalized is open.
            g42.close()
        finally:
            print('finally')
            try:
                v43 = (round((0.1 / 2.0**53), -1)).__trunc__()
                print(show(v43))
                v44 = {(y, {2: 0}) for y in ascii('-7').split() if y != 1}
                print(show(v44))
                raise OSError(4, 'text')
            finally:
                print('finally')
                v45 = divmod(2, int(round(float('nan'), -6)))
                print(show(v45))
        raise OSError(18, 'text')
    except ArithmeticError as error:
        print('caught', 'ArithmeticError', type(error).__name__)
        match ('line\nline' not in '1.5'.replace('tab\there', '-', 3).upper()):
            case _ if 10**18:
                print('matched', '_')
            case nothing:
                print('no case', show(nothing))
    else:
        p46, [*p47, p46], = list(dict.fromkeys({}, 0).items())
        print(show((p46, p47,)))
except Exception as error:
    failed(error)
try:
    if int(1e300):
        def f48(*, key=1, **more):
            v49 = 'tab\there'
            print(show(v49))
            print('{0} {}'.format((True if 3 else False)).count(f"""{[0]=}"""), ''.casefold(), sep='-', end='.' + chr(10))
            return (key, more, (int.from_bytes(b'abc'.join([b'Hello', b'abc']), 'little', signed=False) < abs(255)))
        try:
            print(show(f48()))
        except Exception as error:
            failed(error)
        v50 = (dict(list(filter(None, b''))) | dict({'Hello World': 4}))
        print(show(v50))
    else:
        v51 = '  two  words '
        print(show(v51))
        def f52(n):
            try:
                for i in range(n):
                    got = yield i
                    print('    got', got)
                yield from v28
            finally:
                print('    finally')
            return min(b''[0], (7 ^ (1 if True else True)))
        g53 = f52(0)
        try:
            print(show(g53.gi_running))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(list(g53)))
        except (Exception, StopIteration) as error:
            failed(error)
        try:
            print(show(next(g53)))
        except (Exception, StopIteration) as error:
            failed(error)
        # When it would be finalized is open.
        g53.close()
except Exception as error:
    failed(error)
try:
    v54 = ('1.5'.expandtabs(0) if (('',) is not None) else '1.5'.replace('1.5', '1.5')).encode('utf-16-le')
    print(show(v54))
except Exception as error:
    failed(error)
try:
    if list(zip({**dict(a=False), **v54.join([b'a,b,c', v54])}, 'ǅ'.lower().split())):
        v55 = list(enumerate(v28, (len('{}')) % 7))
        print(show(v55))
        def f56(n):
            try:
                for i in range(n):
                    got = yield i
                    print('    got', got)
            except GeneratorExit as error:
                print('    caught', type(error).__name__)
                raise
            finally:
                print('    finally')
            return next(iter(v54), (False // 2))
        g57 = f56(0)
        try:
            print(show(next(g57)))
        except (Exception, StopIteration) as error:
            failed(error)
        # When it would be finalized is open.
        g57.close()
        v58 = 1e300
        print(show(v58))
    else:
        try:
            v59 = ((-float('-7'))).__trunc__()
            print(show(v59))
            raise IndexError() from KeyError(3)
        except* Exception as error:
            print('caught', 'Exception', type(error).__name__)
            v60 = {3, 10}
            print(show(v60))
            raise TypeError('made')
        except* (TypeError, KeyError) as error:
            print('caught', '(TypeError, KeyError)', type(error).__name__)
            i61 = 0
            while i61 < 3:
                i61 += 1
                v62 = '1.5'.splitlines(0)
                print(show(v62))
                if (chr(102) if 'aXbXc'.isidentifier() else (format(True, ',') + '-7'.strip('ǅ'))):
                    break
        except* ValueError as error:
            print('caught', 'ValueError', type(error).__name__)
            def f63(a64, a65=10**25, *rest, key=1):
                v66 = (walrus := {'': 7})
                print(show(v66))
                return (a64, a65, rest, key, (not (list(zip([-1, 10], [''])) * 3)))
            try:
                print(show(f63(abs(True), *[0, -1, 'ß€😀'], **dict(a=(set() ^ {3, 10, -5}.difference([]))))))
            except Exception as error:
                failed(error)
            try:
                print(show(f63(b'', (v54 == (v28 if [False, {'a': 8}] else ('',))), divmod(min(int("it's"), 2**63 - 1), (-int(-2**31 / 1))), *{x: (x, v) for x in ([7] * 1) for v in range(2)}, key=dict.fromkeys([*'a'.capitalize(), *['ß€😀', 'abc'][:6:]], 0))))
            except Exception as error:
                failed(error)
            try:
                print(show(f63(v28, v54, 'ß€😀'[-4:].capitalize().center(1, '*'))))
            except Exception as error:
                failed(error)
            raise Exception(float('nan'), 0)
        else:
            d67 = '1.5'.split()
            del d67
            print(d67)
        v68 = (dict(zip(list({7: 4, '  two  words ': 7}.items()), ((7, 3, 7,) + v28))).keys() & {'  two  words ', 0, 3})
        print(show(v68))
except Exception as error:
    failed(error)
