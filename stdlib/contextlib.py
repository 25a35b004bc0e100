# SPDX-License-Identifier: MIT
#
# contextlib: context managers from generators, stacks of them, and small ready-made ones (Library Reference,
# contextlib).
import abc
import sys

__all__ = [
    "AbstractAsyncContextManager", "AbstractContextManager", "AsyncContextDecorator", "AsyncExitStack",
    "ContextDecorator", "ExitStack", "aclosing", "asynccontextmanager", "chdir", "closing", "contextmanager",
    "nullcontext", "redirect_stderr", "redirect_stdout", "suppress",
]


def _wraps(function, wrapper):
    for name in ("__module__", "__name__", "__qualname__", "__doc__", "__type_params__"):
        try:
            setattr(wrapper, name, getattr(function, name))
        except AttributeError:
            pass
    wrapper.__dict__.update(getattr(function, "__dict__", {}))
    wrapper.__wrapped__ = function
    return wrapper


@abc._recognised_by("__enter__", "__exit__")
class AbstractContextManager(abc.ABC):
    """What has __enter__ and __exit__."""

    __slots__ = ()

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """True: the exception is dealt with. It may be None three times."""


@abc._recognised_by("__aenter__", "__aexit__")
class AbstractAsyncContextManager(abc.ABC):
    """What has __aenter__ and __aexit__."""

    __slots__ = ()

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """True: the exception is dealt with. It may be None three times."""


class ContextDecorator:
    """Makes a context manager usable as a decorator."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return _wraps(func, inner)


class AsyncContextDecorator:
    """Makes an asynchronous context manager usable as a decorator of coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return _wraps(func, inner)


# --- Generators as context managers ---

_ended = object()  # what next() gives for a generator that does not yield again


class _FromGenerator:
    """What both kinds have in common. A generator is good for one block; as a decorator each call gets a new one."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


def _merely_passed(raised, thrown):
    """Is `raised`, which came out of a generator, the exception that was thrown in? A StopIteration comes out as the
    cause of a RuntimeError (PEP 479)."""
    if isinstance(thrown, (StopIteration, StopAsyncIteration)) and isinstance(raised, RuntimeError):
        return raised is thrown or raised.__cause__ is thrown
    return raised is thrown


class _GeneratorContextManager(_FromGenerator, AbstractContextManager, ContextDecorator):
    """A context manager made by @contextmanager."""

    def __enter__(self):
        del self.args, self.kwds, self.func  # gone already in a second block: an AttributeError
        result = next(self.gen, _ended)
        if result is _ended:
            raise RuntimeError("generator didn't yield") from None
        return result

    def __exit__(self, typ, value, traceback):
        if typ is not None:
            return self._throw(typ() if value is None else value, traceback)
        if next(self.gen, _ended) is not _ended:
            self._refuse("generator didn't stop")
        return False

    def _throw(self, thrown, traceback):
        try:
            self.gen.throw(thrown)
        except StopIteration as stop:
            # The generator returned: the exception is dealt with. But it may have been one of these itself.
            return stop is not thrown
        except BaseException as raised:
            if _merely_passed(raised, thrown):
                thrown.__traceback__ = traceback
                return False
            raise
        self._refuse("generator didn't stop after throw()")

    def _refuse(self, problem):
        try:
            raise RuntimeError(problem)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_FromGenerator, AbstractAsyncContextManager, AsyncContextDecorator):
    """An asynchronous context manager made by @asynccontextmanager."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func  # gone already in a second block: an AttributeError
        result = await anext(self.gen, _ended)
        if result is _ended:
            raise RuntimeError("generator didn't yield") from None
        return result

    async def __aexit__(self, typ, value, traceback):
        if typ is not None:
            return await self._throw(typ() if value is None else value, traceback)
        if await anext(self.gen, _ended) is not _ended:
            await self._refuse("generator didn't stop")
        return False

    async def _throw(self, thrown, traceback):
        try:
            await self.gen.athrow(thrown)
        except StopAsyncIteration as stop:
            return stop is not thrown
        except BaseException as raised:
            if _merely_passed(raised, thrown):
                thrown.__traceback__ = traceback
                return False
            raise
        await self._refuse("generator didn't stop after athrow()")

    async def _refuse(self, problem):
        try:
            raise RuntimeError(problem)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Decorator: the part of a generator function before its yield enters, the part behind it exits."""

    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return _wraps(func, helper)


def asynccontextmanager(func):
    """Decorator: the same for an asynchronous generator function and `async with`."""

    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return _wraps(func, helper)


# --- Ready-made managers ---


class closing(AbstractContextManager):
    """Closes `thing` at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __exit__(self, *exception):
        self.thing.close()

    def __enter__(self):
        return self.thing


class aclosing(AbstractAsyncContextManager):
    """Awaits the closing of `thing` at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aexit__(self, *exception):
        await self.thing.aclose()

    async def __aenter__(self):
        return self.thing


class _Redirection(AbstractContextManager):
    """Puts another file in the place of sys.NAME. Can be entered again: what stood there before is kept on a stack."""

    _name = None

    def __init__(self, new_target):
        self._target = new_target
        self._replaced = []

    def __enter__(self):
        self._replaced.append(getattr(sys, self._name))
        setattr(sys, self._name, self._target)
        return self._target

    def __exit__(self, *exception):
        setattr(sys, self._name, self._replaced.pop())


class redirect_stdout(_Redirection):
    """Sends what is printed to another file."""

    _name = "stdout"


class redirect_stderr(_Redirection):
    """Sends error output to another file."""

    _name = "stderr"


class suppress(AbstractContextManager):
    """Ends the block quietly when one of the named exceptions leaves it; takes them out of exception groups."""

    def __init__(self, *exceptions):
        self._quiet = exceptions

    def __enter__(self):
        """Gives None: there is nothing to ask it."""

    def __exit__(self, exception_type, exception, traceback):
        if exception_type is None:
            return None
        if issubclass(exception_type, self._quiet):
            return True
        if not issubclass(exception_type, BaseExceptionGroup):
            return False
        rest = exception.split(self._quiet)[1]
        if rest is not None:
            raise rest
        return True


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing; stands in where a manager is optional."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __exit__(self, *exception):
        pass

    def __enter__(self):
        return self.enter_result

    async def __aexit__(self, *exception):
        pass

    async def __aenter__(self):
        return self.enter_result


class chdir(AbstractContextManager):
    """Changes the working directory for the block. Can be entered again."""

    def __init__(self, path):
        self.path = path
        self._left = []

    def __enter__(self):
        from os import chdir, getcwd

        self._left.append(getcwd())
        chdir(self.path)

    def __exit__(self, *exception):
        from os import chdir

        chdir(self._left.pop())


# --- Stacks ---


def _protocol_methods(manager, enter, leave, protocol):
    cls = type(manager)
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        raise TypeError(
            f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} protocol"
        ) from None


def _link_contexts(raised, earlier, outside):
    """The innermost new exception of `raised` gets `earlier` as its context, as nested `with` statements would have
    it; `outside` is what was being handled before the stack began to unwind."""
    while True:
        context = raised.__context__
        if context is None or context is earlier:
            return
        if context is outside:
            break
        raised = context
    raised.__context__ = earlier


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = []  # pairs (is_sync, callback), the last to be called first

    def pop_all(self):
        """Move all callbacks to a new stack."""
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return other

    def push(self, exit):
        """Register the __exit__ of a context manager, or a callable of the same signature."""
        leave = getattr(type(exit), "__exit__", None)
        if leave is None:
            self._exit_callbacks.append((True, exit))
        else:
            self._exit_callbacks.append((True, lambda *details: leave(exit, *details)))
        return exit

    def enter_context(self, cm):
        """Enter a context manager; leave it when the stack unwinds."""
        enter, leave = _protocol_methods(cm, "__enter__", "__exit__", "context manager")
        result = enter(cm)
        self._exit_callbacks.append((True, lambda *details: leave(cm, *details)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Call a function when the stack unwinds."""

        def leave(exc_type, exc, traceback):
            callback(*args, **kwds)

        leave.__wrapped__ = callback
        self._exit_callbacks.append((True, leave))
        return callback


class _Unwinding:
    """State of one unwinding: the exception under way and what became of it."""

    def __init__(self, exc, outside):
        self.exc = exc
        self.received = exc is not None
        self.outside = outside
        self.suppressed = False
        self.raised = False

    def details(self):
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def returned(self, result):
        if result:
            self.suppressed = True
            self.raised = False
            self.exc = None

    def failed(self, exc):
        _link_contexts(exc, self.exc, self.outside)
        self.raised = True
        self.exc = exc

    def finish(self):
        if self.raised:
            context = self.exc.__context__
            try:
                raise self.exc
            except BaseException:
                self.exc.__context__ = context  # raising here has replaced it
                raise
        return self.received and self.suppressed


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A stack of context managers and callbacks, unwound at the end of the block."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1], sys.exception())
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                unwinding.returned(leave(*unwinding.details()))
            except BaseException as exc:
                unwinding.failed(exc)
        return unwinding.finish()

    def close(self):
        """Unwind now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """ExitStack for `async with`: takes both kinds of context managers and callbacks."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager; leave it when the stack unwinds."""
        enter, leave = _protocol_methods(cm, "__aenter__", "__aexit__", "asynchronous context manager")
        result = await enter(cm)
        self._exit_callbacks.append((False, lambda *details: leave(cm, *details)))
        return result

    def push_async_exit(self, exit):
        """Register the __aexit__ of a context manager, or a coroutine function of the same signature."""
        leave = getattr(type(exit), "__aexit__", None)
        if leave is None:
            self._exit_callbacks.append((False, exit))
        else:
            self._exit_callbacks.append((False, lambda *details: leave(exit, *details)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Await a coroutine function when the stack unwinds."""

        async def leave(exc_type, exc, traceback):
            await callback(*args, **kwds)

        leave.__wrapped__ = callback
        self._exit_callbacks.append((False, leave))
        return callback

    async def aclose(self):
        """Unwind now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1], sys.exception())
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                result = leave(*unwinding.details())
                unwinding.returned(result if is_sync else await result)
            except BaseException as exc:
                unwinding.failed(exc)
        return unwinding.finish()
