# no-stress: it would take minutes
# What __new__ has made and no __init__ has seen bears every method with arguments of every kind, in every type of the
# library: an exception may come of it, a signal may not.
import os
import shutil
import sys
import tempfile
import threading

MODULES = ('_thread builtins types abc array asyncio bisect collections contextlib contextvars copy dataclasses datetime enum '
           'functools gc heapq importlib.util inspect io itertools json logging math numbers operator os pathlib '
           'queue random re reprlib string struct sys textwrap time traceback typing unicodedata warnings weakref')
ENDLESS = {'count', 'cycle', 'repeat'}  # what exhausts them never returns
SLOW = {'Random', 'SystemRandom'}  # of 2 ** 63 items
NEVER = {'_exit', 'run_forever', 'run_until_complete'}
WAITS = {'__enter__', 'acquire', 'acquire_lock', 'get', 'join', 'wait', 'wait_for'}  # for other threads


def types_of(name):
    __import__(name)
    module = sys.modules[name]
    for attribute in sorted(dir(module)):
        value = getattr(module, attribute, None)
        if isinstance(value, type) and value is not object and value.__name__ not in ENDLESS | SLOW:
            yield value


def function(*args, **kwargs):
    return None


def arguments(made):
    cls = type(made)
    return [(), (None,), (1,), (-2**63,), (2**200,), ('a',), (b'a',), (1.5,), ([],), ({},), ((),), (int,), (made,),
            (function,), (object(),), (iter([1, 2]),), (None, None), (1, 2), ('a', 'b'), (made, made),
            (function, [1, 2]), (cls, made), (made, cls), (None, None, None), (1, 2, 3), ('a', 1, []),
            (made, made, made), (1, 2, 3, 4)]


def attempt(call, *args):
    try:
        return call(*args)
    except BaseException as error:
        try:
            str(error), repr(error)
        except BaseException:
            pass


def raise_it(made):
    raise made


def raise_from(made):
    raise ValueError from made


def enter(made):
    if isinstance(made, threading.Semaphore):
        return  # it waits for another thread
    with made:
        pass


USES = [repr, str, hash, bool, len, iter, next, list, sorted, dir, abs, int, float, bytes, callable, reversed, aiter,
        vars, type, raise_it, raise_from, enter, lambda made: isinstance(made, made), lambda made: isinstance(1, made),
        lambda made: issubclass(int, made), lambda made: made + made, lambda made: made == made,
        lambda made: made < made, lambda made: made[0], lambda made: made(), lambda made: made in made,
        lambda made: f'{made:>10}']


def use(made):
    for call in USES:
        attempt(call, made)


def call_all(make, name):
    for args in arguments(make()):
        made = make()
        method = attempt(getattr, made, name)
        if not args:
            attempt(setattr, made, name, made)
            attempt(delattr, made, name)
            made = make()
            method = attempt(getattr, made, name)
        if not callable(method):
            use(method)
            return
        result = attempt(method, *args)
        attempt(repr, result)
        attempt(lambda: result.close())


def probe(cls):
    ways = [lambda: cls.__new__(cls), lambda: type('Derived', (cls,), {'__init__': function})(),
            lambda: object.__new__(cls), lambda: BaseException.__new__(cls), lambda: cls.__new__(cls, 1),
            lambda: cls.__new__(cls, (), {}), lambda: cls.__new__(cls, 'a', (), {})]
    for make in ways:
        made = attempt(make)
        if made is None or isinstance(made, (bool, type(NotImplemented), type(...))):
            continue
        use(made)
        waits = WAITS if cls.__module__ in ('_thread', 'threading', '_queue', 'queue') else set()
        for name in sorted(set(dir(type(made))) - NEVER - waits):
            attempt(call_all, make, name)
        use(made)


folder = tempfile.mkdtemp()
output = os.dup(1)  # FileIO(1) closes what it was given
os.chdir(folder)  # some open files
os.close(2)
os.open(os.devnull, os.O_WRONLY)  # as the new 2: much is reported
for cls in dict.fromkeys(cls for name in MODULES.split() for cls in types_of(name)):
    attempt(probe, cls)
os.chdir('/')
shutil.rmtree(folder)
os.write(output, b'done\n')
sys.exit(0)  # not the status of what was reported
