# SPDX-License-Identifier: MIT
#
# weakref: references that do not keep objects alive (Library Reference, weakref). References and proxies are native;
# here are the dictionaries, WeakMethod and finalize. WeakSet has a file of its own.
import sys
from _weakref import CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs, proxy, ref
from _weakrefset import WeakSet
from collections.abc import Mapping, MutableMapping

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

ProxyTypes = (ProxyType, CallableProxyType)
_missing = object()


class WeakMethod(ref):
    """A weak reference to a bound method: dead when the object or the function is."""

    __slots__ = "_function", "_method_type", "_is_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def part_died(_):
            this = self_reference()
            if this is not None and this._is_alive:
                this._is_alive = False
                if callback is not None:
                    callback(this)

        self = ref.__new__(cls, owner, part_died)
        self._function = ref(function, part_died)
        self._method_type = type(meth)
        self._is_alive = True
        self_reference = ref(self)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        return None if owner is None or function is None else self._method_type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not (self._is_alive and other._is_alive):
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows under which key it stands in a WeakValueDictionary."""

    __slots__ = ("key",)

    def __new__(cls, ob, callback, key):
        made = super().__new__(cls, ob, callback)
        made.key = key
        return made

    def __init__(self, ob, callback, key):
        ref.__init__(self, ob, callback)  # which takes no key


class _WeakDictionary(MutableMapping):
    # What both dictionaries share. `data` holds references in its keys or its values. Entries whose object dies leave
    # at any time, so whoever iterates has a copy.

    def _set_up(self, remove_entry):
        self.data = {}
        self_reference = ref(self)

        def remove(reference):
            this = self_reference()
            if this is not None:
                remove_entry(this.data, reference)

        self._remove = remove

    def _living(self):
        """The entries whose object lives, in order."""
        for entry in self.data.copy().items():
            living = self._live_entry(*entry)
            if living is not None:
                yield living

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __iter__(self):
        for key, _ in self._living():
            yield key

    keys = __iter__

    def values(self):
        for _, value in self._living():
            yield value

    def items(self):
        return self._living()

    def popitem(self):
        while self.data:
            entry = self._live_entry(*self.data.popitem())
            if entry is not None:
                return entry
        raise KeyError("popitem(): dictionary is empty")

    def copy(self):
        result = self.__class__()
        for key, value in self._living():
            result[key] = value
        return result

    __copy__ = copy

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result


def _remove_value(data, reference):
    if data.get(reference.key) is reference:
        del data[reference.key]


class WeakValueDictionary(_WeakDictionary):
    """A mapping whose entries leave when their value dies."""

    def __init__(self, other=(), /, **kw):
        self._set_up(_remove_value)
        self.update(other, **kw)

    def _live_entry(self, key, reference):
        value = reference()
        return None if value is None else (key, value)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __deepcopy__(self, memo):
        from copy import deepcopy

        result = self.__class__()
        for key, value in self._living():
            result[deepcopy(key, memo)] = value
        return result

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def pop(self, key, *args):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def update(self, other=None, /, **kwargs):
        if other is not None:
            pairs = other.items() if hasattr(other, "items") else dict(other).items()
            for key, value in pairs:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def itervaluerefs(self):
        yield from self.data.copy().values()

    def valuerefs(self):
        return list(self.data.values())


def _remove_key(data, reference):
    data.pop(reference, None)


class WeakKeyDictionary(_WeakDictionary):
    """A mapping whose entries leave when their key dies."""

    def __init__(self, dict=None):
        self._set_up(_remove_key)
        if dict is not None:
            self.update(dict)

    def _live_entry(self, reference, value):
        key = reference()
        return None if key is None else (key, value)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def __deepcopy__(self, memo):
        from copy import deepcopy

        result = self.__class__()
        for key, value in self._living():
            result[key] = deepcopy(value, memo)
        return result

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            pairs = dict.items() if hasattr(dict, "items") else type({})(dict).items()
            for key, value in pairs:
                self[key] = value
        if kwargs:
            self.update(kwargs)

    def keyrefs(self):
        return list(self.data)


class finalize:
    """Calls a function once an object is dead, or at the end of the program."""

    __slots__ = ()
    _registry = {}  # finalizer: (reference, function, args, kwargs, [atexit, number])
    _created = 0
    _is_over = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._created:
            import atexit

            atexit.register(finalize._run_at_exit)
        reference = ref(obj, self)
        finalize._created += 1
        self._registry[self] = (reference, func, args, kwargs, [True, finalize._created])

    def __call__(self, _=None):
        """Call the function, unless that was done or detach() was called; return its result."""
        entry = self._registry.pop(self, None)
        if entry is not None and not self._is_over:
            _, function, args, kwargs, _ = entry
            return function(*args, **kwargs)

    def detach(self):
        """Forget the function; return (obj, func, args, kwargs), or None where nothing is to be called any more."""
        found = self.peek()
        if found is not None:
            del self._registry[self]
        return found

    def peek(self):
        """What detach() would return."""
        entry = self._registry.get(self)
        obj = None if entry is None else entry[0]()
        return None if obj is None else (obj, *entry[1:4])

    @property
    def alive(self):
        """Is the function still to be called?"""
        return self in self._registry

    @property
    def atexit(self):
        """Is it called at the end of the program, where the object lives so long?"""
        entry = self._registry.get(self)
        return entry is not None and entry[4][0]

    @atexit.setter
    def atexit(self, value):
        entry = self._registry.get(self)
        if entry is not None:
            entry[4][0] = bool(value)

    def __repr__(self):
        entry = self._registry.get(self)
        obj = None if entry is None else entry[0]()
        start = f"<{type(self).__name__} object at {id(self):#x}; "
        return f"{start}dead>" if obj is None else f"{start}for {type(obj).__name__!r} at {id(obj):#x}>"

    @classmethod
    def _run_at_exit(cls):
        # The last made first; each may make others, which come before the rest. None is called after the last one.
        pending, created = [], 0
        try:
            while pending or created < cls._created:
                if created < cls._created:
                    created = cls._created
                    living = cls._registry.copy().items()
                    pending = sorted((entry[4][1], this) for this, entry in living if entry[4][0])
                    continue
                try:
                    pending.pop()[1]()
                except Exception:
                    sys.excepthook(*sys.exc_info())
        finally:
            finalize._is_over = True
