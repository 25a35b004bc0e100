# SPDX-License-Identifier: MIT
#
# Numbers that processes share (Library Reference, multiprocessing, "Shared memory"). They stand in a file without a
# name that is all memory (memfd), which processes inherit; every access reads or writes that file.
#
# Differs: there is no ctypes. A type is one of the letters of array.array (or "c", a character), so structures
# cannot be shared, and there is no address to pass to C.
import os
import struct
from multiprocessing.context import assert_spawning, get_spawning_popen

__all__ = ["RawValue", "RawArray", "Value", "Array", "synchronized"]

# What ctypes calls them.
_NAMES = {
    "c": "c_char", "b": "c_byte", "B": "c_ubyte", "h": "c_short", "H": "c_ushort", "i": "c_int", "I": "c_uint",
    "l": "c_long", "L": "c_ulong", "q": "c_long", "Q": "c_ulong", "f": "c_float", "d": "c_double",
}


def _check_type(code):
    if not isinstance(code, str):
        raise NotImplementedError("Ouro has no ctypes: the type of shared memory is a letter, as 'i' or 'd'")
    if code == "u":
        raise NotImplementedError("Ouro does not share wide characters, 'u'")
    if code not in _NAMES:
        raise TypeError(f"bad typecode {code!r}")
    return code


class _Memory:
    """Memory that processes share."""

    def __init__(self, size):
        self._fd = os.memfd_create("multiprocessing")
        os.ftruncate(self._fd, size)

    def __del__(self):
        fd, self._fd = getattr(self, "_fd", None), None
        if fd is not None:
            os.close(fd)

    def __getstate__(self):
        return get_spawning_popen().duplicate_for_child(self._fd)

    def __setstate__(self, fd):
        os.set_inheritable(fd, False)
        self._fd = fd

    def read(self, place, size):
        """Return octets."""
        return os.pread(self._fd, size, place) if size else b""

    def write(self, place, octets):
        """Set octets."""
        if octets:
            os.pwrite(self._fd, octets, place)


class _Numbers:
    """Numbers of one type, one after the other."""

    def __init__(self, code, length):
        self._code, self._length = _check_type(code), length
        self._size = struct.calcsize(code)
        self._memory = _Memory(self._size * length)

    def __getstate__(self):
        assert_spawning(self)
        return self.__dict__

    def _pack(self, values):
        if self._code not in "cfd":
            # As in C, what is too large is cut off; struct would refuse it.
            bits = 8 * self._size
            values = [value.__index__() & (1 << bits) - 1 for value in values]
            return struct.pack(f"{len(values)}{self._code.upper()}", *values)
        return struct.pack(f"{len(values)}{self._code}", *values)

    def _get(self, start, count):
        return struct.unpack(f"{count}{self._code}", self._memory.read(start * self._size, count * self._size))

    def _set(self, start, values):
        self._memory.write(start * self._size, self._pack(values))


class _Value(_Numbers):
    """One number."""

    def __init__(self, code, *args):
        super().__init__(code, 1)
        if args:
            self.value, = args

    @property
    def value(self):
        """The number."""
        return self._get(0, 1)[0]

    @value.setter
    def value(self, value):
        self._set(0, [value])

    def __repr__(self):
        return f"{_NAMES[self._code]}({self.value!r})"


class _Array(_Numbers):
    """Several numbers."""

    def __len__(self):
        return self._length

    def _index(self, index):
        index = index.__index__()
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError("invalid index")
        return index

    def __getitem__(self, index):
        if not isinstance(index, slice):
            return self._get(self._index(index), 1)[0]
        values = self._get(0, self._length)[index]
        return b"".join(values) if self._code == "c" else list(values)

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._set(self._index(index), [value])
            return
        places = range(self._length)[index]
        values = list(_characters(value)) if self._code == "c" else list(value)
        if len(places) != len(values):
            raise ValueError("Can only assign sequence of same size")
        for place, value in zip(places, values):
            self._set(place, [value])

    def __iter__(self):
        return iter(self[:] if self._code != "c" else list(self._get(0, self._length)))

    def __getattr__(self, name):
        if name in ("value", "raw") and self.__dict__.get("_code") == "c":
            octets = self._memory.read(0, self._length)
            return octets if name == "raw" else octets.partition(b"\0")[0]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __setattr__(self, name, value):
        if name not in ("value", "raw") or self._code != "c":
            return super().__setattr__(name, value)
        if len(value) > self._length:
            raise ValueError("byte string too long")
        self._memory.write(0, bytes(value) + (b"\0" if name == "value" and len(value) < self._length else b""))

    def __repr__(self):
        return f"<{__name__}.{_NAMES[self._code]}_Array_{self._length} object at {id(self):#x}>"


def _characters(octets):
    return (octets[place:place + 1] for place in range(len(octets)))


def RawValue(typecode_or_type, *args):
    """Return a number in shared memory, 0 unless given."""
    return _Value(typecode_or_type, *args)


def RawArray(typecode_or_type, size_or_initializer):
    """Return an array in shared memory: of a length, or of these numbers."""
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError("Array length must be >= 0")
        return _Array(typecode_or_type, size_or_initializer)
    array = _Array(typecode_or_type, len(size_or_initializer))
    array[:] = size_or_initializer
    return array


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """Return a number in shared memory, with a lock unless that is False."""
    return _with_lock(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Return an array in shared memory, with a lock unless that is False."""
    return _with_lock(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _with_lock(obj, lock, ctx):
    if lock is False:
        return obj
    if lock is True or lock is None:
        return synchronized(obj, None, ctx)
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj, lock, ctx)


def synchronized(obj, lock=None, ctx=None):
    """Return the object with a lock around each access."""
    if isinstance(obj, _Value):
        return Synchronized(obj, lock, ctx)
    return (SynchronizedString if obj._code == "c" else SynchronizedArray)(obj, lock, ctx)


class SynchronizedBase:
    """Something in shared memory, with its lock."""

    def __init__(self, obj, lock=None, ctx=None):
        from multiprocessing.synchronize import RLock

        self._obj = obj
        self._lock = lock or RLock(ctx=ctx)
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __getstate__(self):
        assert_spawning(self)
        return self._obj, self._lock

    def __setstate__(self, state):
        self._obj, self._lock = state
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exception):
        return self._lock.__exit__(*exception)

    def get_obj(self):
        """Return the object without its lock."""
        return self._obj

    def get_lock(self):
        """Return the lock."""
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


def _locked(name, doc):
    def get(self):
        with self._lock:
            return getattr(self._obj, name)

    def set(self, value):
        with self._lock:
            setattr(self._obj, name, value)

    return property(get, set, doc=doc)


class Synchronized(SynchronizedBase):
    """A number with its lock."""

    value = _locked("value", "The number.")


class SynchronizedArray(SynchronizedBase):
    """An array with its lock."""

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, index):
        with self._lock:
            return self._obj[index]

    def __setitem__(self, index, value):
        with self._lock:
            self._obj[index] = value


class SynchronizedString(SynchronizedArray):
    """An array of characters with its lock."""

    value = _locked("value", "The octets before the first zero.")
    raw = _locked("raw", "All octets.")
