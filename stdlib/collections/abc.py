# SPDX-License-Identifier: MIT
#
# collections.abc: abstract base classes of containers (Library Reference, collections.abc). The classes that stand for
# a few methods accept any class that has them; the others know the builtin types, and what follows from their abstract
# methods is written here once, with the builtins' answers.

from abc import ABCMeta, _recognised_by, abstractmethod
from itertools import chain, count
from types import GenericAlias

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable",
           "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet",
           "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence",
           "MutableSequence", "ByteString", "Buffer"]

_absent = object()


# --- Generators and coroutines: what the three kinds share ----------------------------------------------------------

def _raise_here(typ, val, tb):
    """throw() where no frame waits for it: the exception comes straight out."""
    exception = typ if val is None else val
    if tb is not None:
        exception = (typ() if val is None else val).with_traceback(tb)
    raise exception


def _refuses_to_end(what):
    return RuntimeError(what + " ignored GeneratorExit")


def _end(generator, what):
    """close() by means of throw()."""
    try:
        generator.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise _refuses_to_end(what)


# --- Classes that are recognised by their methods -------------------------------------------------------------------

@_recognised_by("__hash__")
class Hashable(metaclass=ABCMeta):
    """What hash() takes."""

    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        """The hash, an int."""
        return 0


@_recognised_by("__await__")
class Awaitable(metaclass=ABCMeta):
    """What can stand behind `await`."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __await__(self):
        """An iterator that `await` exhausts."""
        yield


@_recognised_by("__await__", "send", "throw", "close")
class Coroutine(Awaitable):
    """An awaitable that can be driven by hand."""

    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Resume with a value."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Resume with an exception."""
        _raise_here(typ, val, tb)

    def close(self):
        """End it: throws GeneratorExit in."""
        _end(self, "coroutine")


@_recognised_by("__aiter__")
class AsyncIterable(metaclass=ABCMeta):
    """What `async for` takes."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __aiter__(self):
        """The asynchronous iterator."""
        return AsyncIterator()


@_recognised_by("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):
    """What gives items to `async for`."""

    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """The next item; StopAsyncIteration behind the last."""
        raise StopAsyncIteration

    def __aiter__(self):
        """An iterator is its own."""
        return self


@_recognised_by("__aiter__", "__anext__", "asend", "athrow", "aclose")
class AsyncGenerator(AsyncIterator):
    """An asynchronous iterator that values and exceptions can be sent into."""

    __slots__ = ()

    async def __anext__(self):
        """The next item: sends None."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Resume with a value."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Resume with an exception."""
        _raise_here(typ, val, tb)

    async def aclose(self):
        """End it: throws GeneratorExit in."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise _refuses_to_end("asynchronous generator")


@_recognised_by("__iter__")
class Iterable(metaclass=ABCMeta):
    """What `for` takes."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __iter__(self):
        """The iterator; here, over nothing."""
        yield from ()


@_recognised_by("__iter__", "__next__")
class Iterator(Iterable):
    """What gives items to `for`."""

    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """The next item; StopIteration behind the last."""
        raise StopIteration

    def __iter__(self):
        """An iterator is its own."""
        return self


@_recognised_by("__reversed__", "__iter__")
class Reversible(Iterable):
    """What reversed() takes."""

    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        """The iterator from the end; here, over nothing."""
        yield from ()


@_recognised_by("__iter__", "__next__", "send", "throw", "close")
class Generator(Iterator):
    """An iterator that values and exceptions can be sent into."""

    __slots__ = ()

    def __next__(self):
        """The next item: sends None."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Resume with a value."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Resume with an exception."""
        _raise_here(typ, val, tb)

    def close(self):
        """End it: throws GeneratorExit in."""
        _end(self, "generator")


@_recognised_by("__len__")
class Sized(metaclass=ABCMeta):
    """What len() takes."""

    __slots__ = ()

    @abstractmethod
    def __len__(self):
        """The number of items."""
        return 0


@_recognised_by("__contains__")
class Container(metaclass=ABCMeta):
    """What can stand behind `in`."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __contains__(self, x):
        """Is x an item?"""
        return False


@_recognised_by("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):
    """A sized container that can be iterated over."""

    __slots__ = ()


@_recognised_by("__buffer__")
class Buffer(metaclass=ABCMeta):
    """What shows its memory (PEP 688)."""

    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        """A memoryview of it."""
        raise NotImplementedError


def _callable_alias(cls, parameters):
    from ._callable_alias import _CallableGenericAlias
    return _CallableGenericAlias(cls, parameters)


@_recognised_by("__call__")
class Callable(metaclass=ABCMeta):
    """What can be called."""

    __slots__ = ()
    __class_getitem__ = classmethod(_callable_alias)

    @abstractmethod
    def __call__(self, *args, **kwds):
        """The call."""
        return False


# --- Sets -----------------------------------------------------------------------------------------------------------

def _all_in(items, container):
    for item in items:
        if item not in container:
            return False
    return True


def _set_from(owner, other):
    """`other` as a Set, made by owner's class where it is merely iterable; None for what is neither."""
    if isinstance(other, Set):
        return other
    return owner._from_iterable(other) if isinstance(other, Iterable) else None


def _call_until(function, error):
    """Calls a function over and over, until it raises the error that says that nothing is left."""
    try:
        while True:
            function()
    except error:
        pass


class Set(Collection):
    """Items without order or duplicates. Derived classes have __contains__, __iter__ and __len__."""

    __slots__ = ()
    __hash__ = None

    @classmethod
    def _from_iterable(cls, it):
        """The set that operators return; to be overridden where the class cannot be called with an iterable."""
        return cls(it)

    def __le__(self, other):
        """Does other have all my items?"""
        if isinstance(other, Set):
            return len(self) <= len(other) and _all_in(self, other)
        return NotImplemented

    def __ge__(self, other):
        """Have I all items of other?"""
        if isinstance(other, Set):
            return len(other) <= len(self) and _all_in(other, self)
        return NotImplemented

    def __eq__(self, other):
        """The same items?"""
        if isinstance(other, Set):
            return len(self) == len(other) and self.__le__(other)
        return NotImplemented

    def __lt__(self, other):
        """Does other have all my items and more?"""
        if isinstance(other, Set):
            return len(self) < len(other) and self.__le__(other)
        return NotImplemented

    def __gt__(self, other):
        """Have I all items of other and more?"""
        if isinstance(other, Set):
            return len(other) < len(self) and self.__ge__(other)
        return NotImplemented

    def __and__(self, other):
        """The items of both."""
        if isinstance(other, Iterable):
            return self._from_iterable(item for item in other if item in self)
        return NotImplemented

    def __or__(self, other):
        """The items of either."""
        if isinstance(other, Iterable):
            return self._from_iterable(chain(self, other))
        return NotImplemented

    def __sub__(self, other):
        """My items without those of other."""
        other = _set_from(self, other)
        return NotImplemented if other is None else self._from_iterable(item for item in self if item not in other)

    def __rsub__(self, other):
        """The items of other without mine."""
        other = _set_from(self, other)
        return NotImplemented if other is None else self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        """The items of only one of both."""
        other = _set_from(self, other)
        return NotImplemented if other is None else (self - other) | (other - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def isdisjoint(self, other):
        """Has other none of my items?"""
        return not any(item in self for item in other)

    def _hash(self):
        """A hash that fits __eq__, for derived classes that are immutable: that of an equal frozenset."""
        return hash(frozenset(self))


class MutableSet(Set):
    """A set that can be changed. Derived classes add add() and discard()."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Put an item in, if it is not there."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Take an item out, if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Take an item out; KeyError if it is not there."""
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        """Take out and return some item; KeyError if there is none."""
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        """Take all items out, one by one."""
        _call_until(self.pop, KeyError)

    def __ior__(self, it):
        """Put all its items in."""
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        """Leave only the items that it has, too."""
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        """Put its items in, or take out what both have."""
        if it is self:
            self.clear()
            return self
        for value in it if isinstance(it, Set) else self._from_iterable(it):
            change = self.discard if value in self else self.add
            change(value)
        return self

    def __isub__(self, it):
        """Take its items out."""
        if it is self:
            self.clear()
            return self
        for value in it:
            self.discard(value)
        return self


# --- Mappings -------------------------------------------------------------------------------------------------------

class Mapping(Collection):
    """Keys with values. Derived classes have __getitem__, __iter__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 6  # Type::MAPPING: `match` takes instances for mappings
    __hash__ = None
    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        """The value of a key; KeyError if there is none."""
        raise KeyError

    def __contains__(self, key):
        """Is there a value of this key?"""
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        """The value of a key, or default."""
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        """A view of the keys, which is a Set."""
        return KeysView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)

    def items(self):
        """A view of the pairs (key, value), which is a Set."""
        return ItemsView(self)

    def __eq__(self, other):
        """The same keys with equal values?"""
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented


class MappingView(Sized):
    """Shows a mapping as it is now."""

    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"

    def __len__(self):
        return len(self._mapping)


def _builtin_set(cls, it):
    """What operators of the views return."""
    return set(it)


class KeysView(MappingView, Set):
    """The keys of a mapping."""

    __slots__ = ()
    _from_iterable = classmethod(_builtin_set)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)


class ItemsView(MappingView, Set):
    """The pairs (key, value) of a mapping."""

    __slots__ = ()
    _from_iterable = classmethod(_builtin_set)

    def __contains__(self, item):
        key, value = item
        try:
            present = self._mapping[key]
        except KeyError:
            return False
        return present is value or present == value

    def __iter__(self):
        mapping = self._mapping
        return ((key, mapping[key]) for key in mapping)


class ValuesView(MappingView, Collection):
    """The values of a mapping, in the order of its keys."""

    __slots__ = ()

    def __contains__(self, value):
        return any(present is value or present == value for present in self)

    def __iter__(self):
        mapping = self._mapping
        return (mapping[key] for key in mapping)


class MutableMapping(Mapping):
    """A mapping that can be changed. Derived classes add __setitem__ and __delitem__."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        """Set the value of a key."""
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        """Take a key out; KeyError if it is not there."""
        raise KeyError

    def pop(self, key, default=_absent):
        """Take a key out and return its value, or default; KeyError when there is neither."""
        try:
            value = self[key]
        except KeyError:
            if default is not _absent:
                return default
            raise
        del self[key]
        return value

    def popitem(self):
        """Take out and return some pair (key, value); KeyError if there is none."""
        for key in self:
            pair = key, self[key]
            del self[key]
            return pair
        raise KeyError

    def clear(self):
        """Take all keys out, one by one."""
        _call_until(self.popitem, KeyError)

    def update(self, other=(), /, **kwds):
        """Set what a mapping, something with keys(), or an iterable of pairs has, then the keywords."""
        keys = other if isinstance(other, Mapping) else other.keys() if hasattr(other, "keys") else None
        if keys is None:
            for key, value in other:
                self[key] = value
        else:
            for key in keys:
                self[key] = other[key]
        for key in kwds:
            self[key] = kwds[key]

    def setdefault(self, key, default=None):
        """The value of a key, which is set to default first if there is none."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default


# --- Sequences ------------------------------------------------------------------------------------------------------

class Sequence(Reversible, Collection):
    """Items by position. Derived classes have __getitem__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 5  # Type::SEQUENCE: `match` takes instances for sequences

    @abstractmethod
    def __getitem__(self, index):
        """The item at a position; IndexError beyond the ends."""
        raise IndexError

    def __iter__(self):
        """The items up to the position that raises IndexError."""
        position = 0
        try:
            while True:
                yield self[position]
                position += 1
        except IndexError:
            pass

    def __reversed__(self):
        """The items from the last to the first."""
        for position in range(len(self) - 1, -1, -1):
            yield self[position]

    def __contains__(self, value):
        """Is there an equal item?"""
        for item in self:
            if item is value or item == value:
                return True
        return False

    def index(self, value, start=0, stop=None):
        """The first position of value, searched for in [start:stop]; ValueError if it is not there."""
        if start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop = len(self) + stop
        for position in count(start) if stop is None else range(start, stop):
            try:
                item = self[position]
            except IndexError:
                break
            if item is value or item == value:
                return position
        raise ValueError

    def count(self, value):
        """How many items are equal to value?"""
        found = 0
        for item in self:
            if item is value or item == value:
                found += 1
        return found


class ByteString(Sequence):
    """bytes and bytearray."""

    __slots__ = ()


class MutableSequence(Sequence):
    """A sequence that can be changed. Derived classes add __setitem__, __delitem__ and insert()."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        """Replace the item at a position."""
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        """Take out the item at a position."""
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Put an item in before a position."""
        raise IndexError

    def append(self, value):
        """Put an item at the end."""
        self.insert(len(self), value)

    def extend(self, values):
        """Put the items of an iterable at the end."""
        for value in list(self) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        """The same as extend()."""
        self.extend(values)
        return self

    def pop(self, index=-1):
        """Take out and return the item at a position, the last one by default."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Take out the first item that is equal to value; ValueError if there is none."""
        position = self.index(value)
        del self[position]

    def clear(self):
        """Take all items out, one by one."""
        _call_until(self.pop, IndexError)

    def reverse(self):
        """Turn the order round, in place."""
        low, high = 0, len(self) - 1
        while low < high:
            self[low], self[high] = self[high], self[low]
            low += 1
            high -= 1


# --- The builtin types ----------------------------------------------------------------------------------------------

def _register_builtin_types():
    from _collections import deque
    from contextvars import Context
    members = {
        Set: (frozenset,), MutableSet: (set,), MutableMapping: (dict,), Mapping: (type(type.__dict__), Context),
        KeysView: (type({}.keys()),), ItemsView: (type({}.items()),), ValuesView: (type({}.values()),),
        Sequence: (tuple, str, range, bytes, memoryview), ByteString: (bytes, bytearray),
        MutableSequence: (list, deque, bytearray), Buffer: (bytes, bytearray, memoryview),
    }
    for abstract, types in members.items():
        for type_ in types:
            abstract.register(type_)


_register_builtin_types()
del _register_builtin_types
