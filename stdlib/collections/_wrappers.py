# SPDX-License-Identifier: MIT
#
# ChainMap, UserDict, UserList and UserString: classes that wrap a builtin container (Library Reference, collections).
# What goes to the wrapped object as it is, is forwarded by methods made from lists of names.

from .abc import Mapping, MutableMapping, MutableSequence, Sequence


class ChainMap(MutableMapping):
    """Several mappings seen as one: lookups search them in order, changes go to the first."""

    def __init__(self, *maps):
        self.maps = [*maps] if maps else [{}]

    # Reading looks at all of them.

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def get(self, key, default=None):
        """The value that the first of the mappings with this key has for it, or default."""
        if key in self:
            return self[key]
        return default

    def __bool__(self):
        return any(self.maps)

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys.update(dict.fromkeys(mapping))
        return iter(keys)

    def __repr__(self):
        shown = map(repr, self.maps)
        return f"{type(self).__name__}({', '.join(shown)})"

    # Changes go to the first one.

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def clear(self):
        """Empty the first mapping."""
        self.maps[0].clear()

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise _not_in_first(key)

    def pop(self, key, *args):
        """Take a key out of the first mapping and return its value, or the default."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise _not_in_first(key)

    def popitem(self):
        """Take some pair out of the first mapping and return it; KeyError if it is empty."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    # New chains.

    def new_child(self, m=None, **kwargs):
        """A chain with another mapping in front; the keywords go into it."""
        if m is None:
            return type(self)(kwargs, *self.maps)
        if kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        """The chain without the first mapping."""
        first, *others = self.maps
        return type(self)(*others)

    def copy(self):
        """A chain with a copy of the first mapping, and the others themselves."""
        first, *others = self.maps
        return type(self)(first.copy(), *others)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """A chain of one dict, which has all these keys with the same value."""
        return cls(dict.fromkeys(iterable, value))

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = self.copy()
        result |= other
        return result

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        merged = dict(other)
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return type(self)(merged)


def _not_in_first(key):
    return KeyError(f"Key not found in the first mapping: {key!r}")


# --- Wrappers of one object -----------------------------------------------------------------------------------------

def _copy_of_wrapper(self):
    """A shallow copy, whatever attributes a derived class has; `data` is copied, too."""
    result = object.__new__(type(self))
    result.__dict__ |= self.__dict__
    result.data = self.data.copy()
    return result


def _forward(cls, method):
    """Gives a class a method of the object that it wraps."""
    name = method.__name__

    def forwarded(self, /, *args, **kwargs):
        return getattr(self.data, name)(*args, **kwargs)

    _install(cls, name, forwarded, method.__doc__)


def _install(cls, name, function, doc):
    function.__name__, function.__qualname__, function.__doc__ = name, f"{cls.__name__}.{name}", doc
    setattr(cls, name, function)


class UserDict(MutableMapping):
    """A mapping around the dict `data`, made to be derived from."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __getitem__(self, key):
        data = self.data
        if key in data:
            return data[key]
        missing = getattr(type(self), "__missing__", None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def get(self, key, default=None):
        """The value of a key, or default; what __missing__ would make does not count."""
        if key in self:
            return self[key]
        return default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __contains__(self, key):
        return key in self.data

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        other = _dict_of(other)
        return NotImplemented if other is None else type(self)(self.data | other)

    def __ror__(self, other):
        other = _dict_of(other)
        return NotImplemented if other is None else type(self)(other | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    __copy__ = _copy_of_wrapper

    def copy(self):
        """A shallow copy."""
        return UserDict(self.data.copy()) if type(self) is UserDict else self.__copy__()

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new one that has all these keys with the same value."""
        result = cls()
        for key in iterable:
            result[key] = value
        return result


def _dict_of(value):
    if isinstance(value, UserDict):
        return value.data
    return value if isinstance(value, dict) else None


class UserList(MutableSequence):
    """A sequence around the list `data`, made to be derived from."""

    __hash__ = None

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else [*_list_of(initlist)]

    def __getitem__(self, i):
        found = self.data[i]
        return type(self)(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)

    def append(self, item):
        """Put an item at the end."""
        self.data.append(item)

    def extend(self, other):
        """Put the items of an iterable at the end."""
        self.data.extend(_list_of(other))

    def pop(self, i=-1):
        """Take out and return the item at a position, the last one by default."""
        return self.data.pop(i)

    def insert(self, i, item):
        """Put an item in before a position."""
        self.data.insert(i, item)

    def copy(self):
        """A shallow copy."""
        return type(self)(self)

    __copy__ = _copy_of_wrapper

    def __add__(self, other):
        return type(self)(self.data + _list_of(other))

    def __radd__(self, other):
        return type(self)(_list_of(other) + self.data)

    def __iadd__(self, other):
        self.data += _list_of(other)
        return self

    def __mul__(self, n):
        return type(self)(self.data * n)

    def __imul__(self, n):
        self.data *= n
        return self

    __rmul__ = __mul__


def _list_of(value):
    if isinstance(value, UserList):
        return value.data
    return value if isinstance(value, list) else list(value)


for _method in (list.remove, list.clear, list.count, list.index, list.reverse, list.sort):
    _forward(UserList, _method)


class UserString(Sequence):
    """A sequence around the str `data`, made to be derived from."""

    def __init__(self, seq):
        self.data = seq.data if isinstance(seq, UserString) else seq if isinstance(seq, str) else str(seq)

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __contains__(self, char):
        return _text_of(char) in self.data

    def __len__(self):
        return len(self.data)

    def __hash__(self):
        return hash(self.data)

    def __repr__(self):
        return repr(self.data)

    def __str__(self):
        return str(self.data)

    def __float__(self):
        return float(self.data)

    def __int__(self):
        return int(self.data)

    def __getnewargs__(self):
        return (self.data,)

    def __add__(self, other):
        return type(self)(self.data + _as_text(other))

    def __radd__(self, other):
        return type(self)(_as_text(other) + self.data)

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return type(self)(self.data % args)

    def __rmod__(self, template):
        return type(self)(str(template) % self)

    def encode(self, encoding="utf-8", errors="strict"):
        """The bytes of the text; None stands for the defaults."""
        return self.data.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)

    maketrans = str.maketrans


def _text_of(value):
    return value.data if isinstance(value, UserString) else value


def _as_text(value):
    return str(value) if not isinstance(value, (str, UserString)) else _text_of(value)


def _forward_text(method, wrap):
    """Gives UserString a method of str; `wrap`: its result is a UserString again."""
    def forwarded(self, /, *args, **kwargs):
        result = method(self.data, *[_text_of(arg) for arg in args], **kwargs)
        return type(self)(result) if wrap else result

    _install(UserString, method.__name__, forwarded, method.__doc__)


for _name in ("capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip "
              "strip swapcase title translate upper zfill").split():
    _forward_text(getattr(str, _name), True)
for _name in ("count endswith find format format_map index isalpha isalnum isascii isdecimal isdigit isidentifier "
              "islower isnumeric isprintable isspace istitle isupper join partition rfind rindex rpartition rsplit "
              "split splitlines startswith").split():
    _forward_text(getattr(str, _name), False)


# --- Comparisons: as the wrapped objects compare ---------------------------------------------------------------------

def _compare_as(cls, operation):
    def comparison(self, other):
        return operation(self.data, other.data if isinstance(other, cls) else other)

    _install(cls, f"__{operation.__name__}__", comparison, operation.__doc__)


def _finish():
    import operator
    for operation in (operator.eq, operator.lt, operator.le, operator.gt, operator.ge):
        for cls in UserList, UserString:
            _compare_as(cls, operation)
    for cls in (ChainMap, UserDict, UserList, UserString):
        cls.__module__ = "collections"


_finish()
del _finish, _method, _name
