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
    def f1(a2, a3, *rest, **more):
        try:
            v4 = (('1.5' if False else '12') if True else '12').casefold()
            print(show(v4))
        except LookupError as error:
            print('caught', 'LookupError', type(error).__name__)
            v5 = dict.fromkeys({'abc': 2, 0: 3}, 0)
            print(show(v5))
            raise RuntimeError('new') from error
        except ValueError as error:
            print('caught', 'ValueError', type(error).__name__)
            i6 = 0
            while i6 < 1:
                i6 += 1
                assert (isinstance(divmod((3,), 0.5)[0], (str, float)) if hasattr(pow(10**25, 0, -5), '__len__') else (('-7' if True else '  two  words ') <= ({'ß€😀': 7, 'Hello World': 5, 1: 4} if 'tab\there' else {}))), ((({'ß€😀', 10, 'Hello World'} & {-1, 3, 2}) & (set() if False else {10})) & ({-5, 'Hello World', -5}.difference(b'\x00\xff') ^ set()))
                v7 = ((float(False) / max(0.5, 0.5))).as_integer_ratio()
                print(show(v7))
                if max('a', '1.5', key=len).title().zfill(3):
                    break
        except ArithmeticError as error:
            print('caught', 'ArithmeticError', type(error).__name__)
            match 3.0:
                case (list(), _):
                    print('matched', '(list(), _)')
                case nothing:
                    print('no case', show(nothing))
        else:
            def f8():
                v9 = (other := ({'  two  words '}.union(b'\x00\xff') & {'ß€😀', 'abc'}.union(b'Hello')))
                print(show(v9))
                p10, *p11, = (*hex(7), 255)
                print(show((p10, p11,)))
                return ((() if ((7, -5, -1,) > (() if [] else (10, 0, 7,))) else (0,)))
            try:
                print(show(f8(key={(y, v) for y in tuple(y * 2 for y in (walrus := ('ß€😀', 'ß€😀',)) if isinstance(y, int)) for v in range(1)})))
            except Exception as error:
                failed(error)
            try:
                print(show(f8()))
            except Exception as error:
                failed(error)
            try:
                print(show(f8(type(bytes.fromhex(b'Hello'.hex()).replace(b'a,b,c'.join([b'Hello', b'a,b,c']), b'-')).__name__, *b'\x00\xff'.upper().join([b'\x00\xff'.upper(), b'\x00\xff'.upper()]))))
            except Exception as error:
                failed(error)
        return (a2, a3, rest, more, (('%-5.2g|%s' % (10, {'abc': 0, 'ß€😀': 3, 10: 6}))[-1::-1] not in ('\x00\xff' if False else '{0!r:>4}|{x[0]}'.format({}, x=[0, 0, 2]))))
    try:
        print(show(f1(key=((dict(b={'Hello World': 3, '  two  words ': 8}).keys() & set([-5])) | ({-1: 6, '': 5, 1: 3}.keys() & set()).union([*'-7', *[-1]])))))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    def f12(n):
        try:
            for i in range(n):
                got = yield (i, n)
                print('    got', got)
        except ValueError as error:
            print('    caught', type(error).__name__)
            raise
        finally:
            print('    finally')
        return (-2**63 % 255)
    g13 = f12(3)
    try:
        print(show(g13.gi_running))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(g13.gi_running))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g13.close()
except Exception as error:
    failed(error)
try:
    v14 = (-(-float(2**63 - 1)))
    print(show(v14))
except Exception as error:
    failed(error)
try:
    def f15(a16, a17, a18, /):
        print(show('ß€😀'.swapcase().encode().decode('latin-1')))
        for x19 in list(b'\x00\xff')[:9]:
            print(show(x19))
            if "it's".capitalize().translate({97: 'A', 98: None}).ljust(6):
                continue
            *p20, p21, p22, = (bytes((0,)) + b'%d|%s' % (-1, bytes(range(5))))
            print(show((p20, p21, p22,)))
        return (a16, a17, a18, max((v14 * divmod(1.0, v14)[1]), abs((1e16 % -1))))
    try:
        print(show(f15(bytes(list(b''.join([b'abc', b'']).join([bytes(list(bytes(range(5)))), b''.join([b'abc', b''])]))), [(y, v) for y in ([][4:] if list(range(2, 0, 3)) else [{3: 6, 3: 8, 7: 2}, {-5: 4, '': 3}]) for v in range(3) if ({-1, 'Hello World'} is not True)], key=True)))
    except Exception as error:
        failed(error)
    try:
        print(show(f15()))
    except Exception as error:
        failed(error)
except Exception as error:
    failed(error)
try:
    v23 = ('%0.2e|%s' % (v14, [7, '  two  words ', 10]))
    print(show(v23))
except Exception as error:
    failed(error)
try:
    def f24(n):
        try:
            for i in range(n):
                got = yield i
                print('    got', got)
        except ValueError as error:
            print('    caught', type(error).__name__)
            yield 'caught'
        finally:
            print('    finally')
        return v23.find(v23.lower(), ((-5 | False)) % 7)
    g25 = f24(3)
    try:
        print(show(g25.throw(ValueError('thrown'))))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g25.close()
except Exception as error:
    failed(error)
try:
    print(show(b''))
except Exception as error:
    failed(error)
try:
    if (other := v23.isidentifier()):
        v26 = ({1} < ({3, 2}.union([]) if ('tab\there' != 'a') else {x * 2 for x in [] if x != 1}))
        print(show(v26))
    elif list(range((-1) % 7, (int(v14)) % 7, (-5) % 7)):
        class C27(list):
            field = v23.split()
            def __format__(self, spec):
                return f'<{spec}>'
            def __xor__(self, other):
                return other
            def __getattr__(self, name):
                return name
        o28 = C27([1, 2])
        try:
            print(show(o28 @ dict.fromkeys(list((other := ['abc'])), 0)))
        except Exception as error:
            failed(error)
        try:
            print(show(isinstance(o28, Exception)))
        except Exception as error:
            failed(error)
        try:
            print(show(o28 * (ord([y for y in ()][:1])).bit_length()))
        except Exception as error:
            failed(error)
        try:
            print(show(o28 & bin((7 % 10**18)).split()))
        except Exception as error:
            failed(error)
        try:
            print(show([each for each in dir(C27) if each[:2] != '__']))
        except Exception as error:
            failed(error)
        with Manager(False) as m29, Manager(True) as m30:
            print(show((bytes(list(b''))[4]).to_bytes(9, 'big')))
            try:
                d31 = (other := bytes(range(5)).center(6, b'.')).join([b'%d|%s' % (False, b'').replace(v23.encode(), b'-'), (other := bytes(range(5)).center(6, b'.'))])
                del d31
                print(d31)
                v32 = v23.center(1, '*')
                print(show(v32))
                print((walrus := ['', 0, 7]), 'line\nline', sep='-', end='.' + chr(10))
                raise ExceptionGroup('group', [ValueError(1), TypeError(Number(bytes(list(b'\x00\xff'))[-5]) + sum(v23))])
            except* ArithmeticError as error:
                print('caught', 'ArithmeticError', type(error).__name__)
                v33 = ((({}.keys() & set()) - {7, 0}.difference([1, '  two  words ', 2])) & ({-5, 10, -5} | ({7, '  two  words ', '  two  words '} if True else {'ß€😀', 7})))
                print(show(v33))
            finally:
                print('finally')
                v34 = (max('{}', 'Hello World', key=len).count('')).to_bytes(9, 'big')
                print(show(v34))
            raise IndexError() from KeyError(3)
        print('after with')
    else:
        v35 = [*dict(dict({'a': 0})), *list(([-1] * 0))]
        print(show(v35))
        v36 = '\x00\xff'
        print(show(v36))
except Exception as error:
    failed(error)
try:
    def f37(n):
        try:
            for i in range(n):
                got = yield (i, n)
                print('    got', got)
        except ValueError as error:
            print('    caught', type(error).__name__)
            pass
        finally:
            print('    finally')
        return ((~((2**63 - 1) % 1000 ** 1)) | 2**31)
    g38 = f37(3)
    try:
        print(show(g38.gi_running))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(next(g38, 'end')))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(g38.send(7)))
    except (Exception, StopIteration) as error:
        failed(error)
    try:
        print(show(next(g38)))
    except (Exception, StopIteration) as error:
        failed(error)
    # When it would be finalized is open.
    g38.close()
except Exception as error:
    failed(error)
try:
    if [10, '', 'ß€😀']:
        try:
            class C39(int):
                field = tuple(format(['  two  words '], '5').split())
                def __repr__(self):
                    return 'made'
                def __format__(self, spec):
                    return f'<{spec}>'
                @property
                def y(self):
                    return ({(y, u) for y in v23.splitlines(0) for u in range(3)}).bit_length()
                def __ge__(self, other):
                    return (v23.swapcase().startswith("it's") if (other := {'a', 2, 'a'}).issubset((-2.5).as_integer_ratio()) else (not True))
            o40 = C39(5)
            try:
                print(show(o40 @ (v23.count('-7'.upper()) if len([]) else b'\x00\xff'.join([bytes(range(5)), b'\x00\xff'])[(2) % 7])))
            except Exception as error:
                failed(error)
            try:
                print(show(o40.x))
            except Exception as error:
                failed(error)
            try:
                print(show(o40 - (({1, 7, 3}.difference(v23) ^ set(())) ^ (({'a', 3, 0} & {10, 3, '  two  words '}) - ({'ß€😀', 3} | set())))))
            except Exception as error:
                failed(error)
            try:
                print(show(o40.made(1)))
            except Exception as error:
                failed(error)
            try:
                print(show(o40.y))
            except Exception as error:
                failed(error)
            try:
                p41, p42, [*p43, p41], = [(set() if True else set()), [-5, v23]]
                print(show((p41, p42, p43,)))
                raise KeyError(v23)
            except Exception as error:
                print('caught', 'Exception', type(error).__name__)
                v44 = b'Hello'
                print(show(v44))
                raise RuntimeError('new') from error
            except ArithmeticError as error:
                print('caught', 'ArithmeticError', type(error).__name__)
                v45 = (other := set(b''.replace(b'\x00\xff', b'-')))
                print(show(v45))
                raise RuntimeError('new') from error
            else:
                print(show({-1: 8}))
            v46 = {y: (y, u) for y in dict.fromkeys('abc'.splitlines(0), 0) for u in range(0)}
            print(show(v46))
            raise ZeroDivisionError
        except Exception as error:
            print('caught', 'Exception', type(error).__name__)
            try:
                v47 = abs((((walrus := -1)) % 1000 ** 2))
                print(show(v47))
                v48 = int.from_bytes(bytes(range(5)), 'little', signed=True)
                print(show(v48))
            except ArithmeticError as error:
                print('caught', 'ArithmeticError', type(error).__name__)
                v49 = '\x00\xff'.split()
                print(show(v49))
            except Exception as error:
                print('caught', 'Exception', type(error).__name__)
                v23 += '12'
                print(show(v23))
            else:
                v50 = (({'Hello World', 'a', '  two  words '} | {-5}).difference((b'abc' * (0) % 7)) if (not all([1])) else (({1} & {'  two  words '}) ^ {-1, 2}.union([-1, 2])))
                print(show(v50))
            finally:
                print('finally')
                v51 = oct((10**25 * 2)).partition(v23)
                print(show(v51))
        except (TypeError, KeyError) as error:
            print('caught', '(TypeError, KeyError)', type(error).__name__)
            v52 = (max(v14, v14)).as_integer_ratio()[0]
            print(show(v52))
        else:
            match v23:
                case ({'a': value, **others}, _) if max(tuple(b'Hello')[:5]):
                    print('matched', "({'a': value, **others}, _)")
                case float() | bool():
                    print('matched', 'float() | bool()')
                case nothing:
                    print('no case', show(nothing))
        finally:
            print('finally')
            def f53(n):
                try:
                    for i in range(n):
                        got = yield (i, n)
                        print('    got', got)
                except BaseException as error:
                    print('    caught', type(error).__name__)
                    pass
                finally:
                    print('    finally')
                return b'%d|%s' % ((3 ^ 2**63 - 1), bytes({'Hello World': 2, -5: 0, 'abc': 7}))[(1) % 7]
            g54 = f53(0)
            try:
                print(show(g54.gi_running))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g54.gi_running))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g54.close()))
            except (Exception, StopIteration) as error:
                failed(error)
            try:
                print(show(g54.gi_running))
            except (Exception, StopIteration) as error:
                failed(error)
            # When it would be finalized is open.
            g54.close()
except Exception as error:
    failed(error)
try:
    try:
        match b'abc':
            case float() | bool() if True:
                print('matched', 'float() | bool()')
            case nothing:
                print('no case', show(nothing))
        raise OSError(10, 'text')
    except LookupError as error:
        print('caught', 'LookupError', type(error).__name__)
        v55 = (other := (set(['', 'abc', 1]) - (set() ^ {2, -1, -5})))
        print(show(v55))
except Exception as error:
    failed(error)
try:
    v56 = b''
    print(show(v56))
except Exception as error:
    failed(error)
try:
    try:
        with Manager(False) as m57:
            class C58(Exception):
                pass
                def __mul__(self, other):
                    return (1, other)
                @staticmethod
                def made(*args):
                    return len(args)
                def __getattr__(self, name):
                    return name
            o59 = C58('text')
            try:
                print(show(o59 @ bytes(dict(a=(7, -5, 1,)))))
            except Exception as error:
                failed(error)
            try:
                print(show(setattr(o59, 'z', 1)))
            except Exception as error:
                failed(error)
            try:
                print(show(v23 @ o59))
            except Exception as error:
                failed(error)
            try:
                print(show(o59 < ((-5, 0,) if v23 else (5e-324).as_integer_ratio())))
            except Exception as error:
                failed(error)
            try:
                print(show(f'{o59:>4}'))
            except Exception as error:
                failed(error)
            v60 = v14
            print(show(v60))
        print('after with')
        v61 = tuple((*(('Hello World', 10,) + (10, 10, 3,)), int(v23)))
        print(show(v61))
        raise ValueError((v23 + '1.5'.casefold()).splitlines(0))
    except* Exception as error:
        print('caught', 'Exception', type(error).__name__)
        def f62(n):
            try:
                for i in range(n):
                    got = yield (i, n)
                    print('    got', got)
                yield from v56
            finally:
                print('    finally')
            return 10
        g63 = f62(2)
        try:
            print(show(g63.close()))
        except (Exception, StopIteration) as error:
            failed(error)
        # When it would be finalized is open.
        g63.close()
    except* ValueError as error:
        print('caught', 'ValueError', type(error).__name__)
        v64 = (*v23.split(), 2)
        print(show(v64))
        raise RuntimeError('new') from error
    except* ArithmeticError as error:
        print('caught', 'ArithmeticError', type(error).__name__)
        with Manager(False) as m65, Manager(True) as m66:
            v67 = (repr((~10**25)) not in v23)
            print(show(v67))
            raise LookupError() from None
        print('after with')
        raise Exception({3: 0, 'Hello World': 2}, 6)
except Exception as error:
    failed(error)
try:
    v68 = v56
    print(show(v68))
except Exception as error:
    failed(error)
try:
    v69 = -1
    print(show(v69))
except Exception as error:
    failed(error)
