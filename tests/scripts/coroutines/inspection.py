import collections.abc
import functools
import inspect
import types


class Methods:
    async def method(self): pass
    async def __call__(self): pass
    @staticmethod
    async def static(): pass
    @classmethod
    async def of_class(cls): pass


@types.coroutine
def suspend():
    yield


async def work(): await suspend()
async def generate(): yield
@inspect.markcoroutinefunction
def marked(): return work()


for f in (work, generate, marked, suspend, functools.partial(work, 1), Methods.method, Methods().method, Methods(),
          Methods.static, Methods().of_class, Methods, Methods().__call__, len):
    print(inspect.iscoroutinefunction(f), inspect.isasyncgenfunction(f), inspect.isgeneratorfunction(f))
c, s, g = work(), suspend(), generate()
for x in (c, s, g, work, 5):
    print(inspect.iscoroutine(x), inspect.isawaitable(x), inspect.isasyncgen(x), inspect.isgenerator(x),
          isinstance(x, collections.abc.Awaitable), isinstance(x, collections.abc.Coroutine))
print(inspect.getcoroutinestate(c), c.cr_await, c.cr_running, c.cr_suspended, inspect.getasyncgenstate(g))
c.send(None)
print(inspect.getcoroutinestate(c), type(c.cr_await), c.cr_suspended, c.cr_frame.f_code.co_name)
c.close()
print(inspect.getcoroutinestate(c), c.cr_await, c.cr_frame, c.cr_code.co_name)
print(types.GeneratorType[int, str, None], types.CoroutineType[int, str, None], types.AsyncGeneratorType[int, None])
