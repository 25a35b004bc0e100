# SPDX-License-Identifier: MIT
#
# The types of enum: classes of named constants (Library Reference, enum). A class body is collected in an EnumDict;
# each definition in it becomes a member when the class is made, before __init_subclass__ runs. Members are attributes
# of the class itself.
import builtins
import sys
from operator import attrgetter
from types import MappingProxyType

__name__ = "enum"  # the module that the classes name as theirs

Enum = Flag = ReprEnum = EJECT = KEEP = STRICT = CONFORM = None  # not made yet


class nonmember:
    """Marks a value in an enum's body that is no member."""

    def __init__(self, value):
        self.value = value


class member:
    """Marks a value in an enum's body that is a member whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for a value that the enum makes up."""

    _unset = type("_auto_null", (), {"__repr__": lambda self: "_auto_null"})()

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(builtins.property):
    """A property of members whose name may be a member's as well."""

    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is None:
                return instance.__dict__[self.name]
            return self.fget(instance)
        if self.member is not None:
            return self.member
        raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    return name.startswith(f"_{cls_name}__") and not name.endswith("__")


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


_ALLOWED_SUNDERS = frozenset({
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_use_args_",
    "_member_names_",
})


class EnumDict(dict):
    """The namespace of an enum's body: remembers which names are definitions of members, and gives auto() values."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    @builtins.property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._sunder(key, value)
            key = "_order_" if key == "__order__" else key
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and (_is_descriptor(value) or self._is_nested_class(key, value)):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._without_auto(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _is_nested_class(self, key, value):
        return isinstance(value, type) and getattr(value, "__qualname__", "").endswith(f"{self._cls_name}.{key}")

    def _sunder(self, key, value):
        if key not in _ALLOWED_SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return value

    def _without_auto(self, key, value):
        if isinstance(value, auto):
            return self._next_value(key, value)
        if type(value) is tuple and any(isinstance(item, auto) for item in value):
            return tuple(self._next_value(key, item) if isinstance(item, auto) else item for item in value)
        return value

    def _next_value(self, key, value):
        if value.value is auto._unset:
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return value.value

    def update(self, members, **more):
        pairs = [(name, members[name]) for name in members.keys()] if hasattr(members, "keys") else members
        for name, value in (*pairs, *more.items()):
            self[name] = value


class _Definition:
    """A member to be: stands in the namespace until the class, when it is made, calls __set_name__."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        made = cls.__new__(cls, *args) if cls._use_args_ else object.__new__(cls)
        if not hasattr(made, "_value_"):
            made._value_ = value if cls._member_type_ is object else _plain_value(cls, args)
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        known = _find_by_value(cls, value)
        if known is not None:
            made = known
        elif Flag is None or not issubclass(cls, Flag):
            cls._member_names_.append(name)
        elif _note_flag(cls, value):
            cls._member_names_.append(name)
        _bind_member(cls, name, made)
        if known is None:
            try:
                cls._value2member_map_.setdefault(value, made)
            except TypeError:
                cls._unhashable_values_.append(value)


def _plain_value(cls, args):
    try:
        return cls._member_type_(*args)
    except Exception as exc:
        error = TypeError("_value_ not set in __new__, unable to create it")
        error.__cause__ = exc
        raise error


def _find_by_value(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for candidate in cls._member_map_.values():
            if candidate._value_ == value:
                return candidate
        return None


def _note_flag(cls, value):
    """Adds a new flag's bits to the class's; whether it is a flag of its own: one bit."""
    if not isinstance(value, int):
        return False
    cls._flag_mask_ |= value
    is_single = value > 0 and value & (value - 1) == 0
    if is_single:
        cls._singles_mask_ |= value
    cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
    return is_single


def _bind_member(cls, name, made):
    for base in cls.__mro__[1:]:
        inherited = base.__dict__.get(name)
        if isinstance(inherited, builtins.property):  # `name` and `value` of members, and the program's own
            redirect = property(inherited.fget, inherited.fset, inherited.fdel)
            redirect.name, redirect.clsname, redirect.member = name, cls.__name__, made
            type.__setattr__(cls, name, redirect)
            break
    else:
        type.__setattr__(cls, name, made)
    cls._member_map_[name] = made


# --- The metaclass ---


def _data_type(name, bases):
    """What the members are besides: the type among the bases whose values they hold."""
    found = {}
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found[base._member_type_] = None
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                found[candidate or base] = None
                break
            else:
                candidate = candidate or base
    if len(found) > 1:
        raise TypeError(f"too many data types for {name!r}: {set(found)!r}")
    return next(iter(found), object)


def _mixins(name, bases):
    """The data type of the members and the enum class that the new one extends."""
    if not bases:
        return object, Enum
    first = bases[-1]
    if not isinstance(first, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    return _data_type(name, bases) or object, first


def _check_extension(name, bases):
    for chain in bases:
        for base in chain.__mro__:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {name!r}> cannot extend {base!r}")


class EnumType(type):
    """The metaclass of enums."""

    @classmethod
    def __prepare__(metacls, cls, bases, /, **kwds):
        if Enum is None:  # Enum itself
            return {}
        _check_extension(cls, bases)
        namespace = EnumDict(cls)
        if bases:
            _, first = _mixins(cls, bases)
            namespace._generate_next_value = first._generate_next_value_
        return namespace

    def __new__(metacls, cls, bases, classdict, /, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        member_type, first = _mixins(cls, bases)
        names = classdict._member_names
        for name in classdict._ignore:
            classdict.pop(name, None)
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, invalid))}")
        order = classdict.pop("_order_", None)
        namespace = dict(classdict)
        namespace.pop("_ignore_", None)
        for name in names:
            namespace[name] = _Definition(namespace[name])
        new = namespace.get("__new__") or _inherited_new(bases)
        namespace.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_values_=[],
            _member_type_=member_type,
            _use_args_=new not in (None, object.__new__), _boundary_=boundary or getattr(first, "_boundary_", None),
            _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None,
        )
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            if hasattr(error, "__notes__"):
                del error.__notes__  # that a definition's __set_name__ failed
            raise
        _adopt_methods(made, namespace, member_type, first, bases)
        if order is not None:
            _check_order(made, order)
        return made

    def __bool__(cls):
        return True

    def __call__(cls, value, names=auto._unset, *more, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not auto._unset:
                value = (value, names) + more
            return _lookup(cls, value)
        if names is auto._unset and type is None:
            return _lookup(cls, value)
        return _functional(cls, value, None if names is auto._unset else names, module, qualname, type, start, boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Makes members of a new enum of those constants of a module that the filter names, in their place."""
        constants = sys.modules[module].__dict__
        chosen = [(key, value) for key, value in (source.__dict__ if source else constants).items() if filter(key)]
        try:
            chosen.sort(key=lambda pair: pair[::-1])
        except TypeError:
            chosen.sort(key=lambda pair: pair[0])
        made = cls(name, chosen, module=module, boundary=boundary or KEEP)
        constants.update(made.__members__, **{name: global_enum(made) if as_global else made})
        return made

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if Flag is not None and issubclass(cls, Flag):
            try:
                return isinstance(_lookup(cls, value), cls)
            except ValueError:
                return False
        return _find_by_value(cls, value) is not None

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        shown = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
            "__module__",
                 "__name__", "__qualname__", *cls._member_names_}
        if cls._member_type_ is object:
            return sorted(shown)
        return sorted(set(dir(cls._member_type_)) | shown)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @builtins.property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"


EnumMeta = EnumType


def _inherited_new(bases):
    for base in bases:
        new = getattr(base, "__new__", None)
        if new not in (None, object.__new__):
            return new
    return None


def _adopt_methods(cls, namespace, member_type, first, bases):
    """The data type comes before Enum among the bases, but the enum's texts and operators are wanted."""
    if ReprEnum is not None and ReprEnum in bases:
        if "__format__" not in namespace:
            type.__setattr__(cls, "__format__", member_type.__format__)
        if "__str__" not in namespace:
            method = member_type.__str__
            type.__setattr__(cls, "__str__", member_type.__repr__ if method is object.__str__ else method)
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name not in namespace and getattr(cls, name) in (getattr(member_type, name), getattr(object, name)):
            if not (ReprEnum is not None and ReprEnum in bases and name in ("__str__", "__format__")):
                type.__setattr__(cls, name, getattr(first, name))
    if Flag is not None and issubclass(cls, Flag):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in namespace and getattr(cls, name) is not getattr(Flag, name):
                type.__setattr__(cls, name, getattr(Flag, name))


def _check_order(cls, order):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    order = [name for name in order if name in cls._member_names_ or name not in cls._member_map_]
    if order != cls._member_names_:
        raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n  {order!r}")


def _lookup(cls, value):
    """The member with a value: `Color(1)`."""
    if type(value) is cls:
        return value
    found = _find_by_value(cls, value)
    if found is not None:
        return found
    if not cls._member_map_:
        raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
    failure = None
    try:
        result = cls._missing_(value)
    except Exception as exc:
        failure, result = exc, None
    if isinstance(result, cls) or (EJECT is not None and cls._boundary_ is EJECT and isinstance(result, int)):
        return result
    invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    try:
        if failure is None:
            if result is None:
                raise invalid
            failure = TypeError(
                f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member"
            )
        if not isinstance(failure, ValueError):
            failure.__context__ = invalid
        raise failure
    finally:
        failure = invalid = None


def _functional(cls, class_name, names, module, qualname, mixin, start, boundary):
    """Enum("Color", "RED GREEN"): a class without a class statement."""
    bases = (cls,) if mixin is None else (mixin, cls)
    namespace = type(cls).__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        originals, names, values = names, [], []
        for count, name in enumerate(originals):
            value = cls._generate_next_value_(name, start, count, values[:])
            values.append(value)
            names.append((name, value))
    for item in names or ():
        name, value = (item, names[item]) if isinstance(item, str) else item
        namespace[name] = value
    namespace["__module__"] = module or sys._getframe(2).f_globals.get("__name__")
    if qualname is not None:
        namespace["__qualname__"] = qualname
    return type(cls).__new__(type(cls), class_name, bases, namespace, boundary=boundary)


# --- Enum ---


class Enum(metaclass=EnumType):
    """A class of named constants."""

    _member_names_, _member_map_, _value2member_map_, _unhashable_values_ = [], {}, {}, []
    _member_type_, _use_args_, _boundary_ = object, False, None
    _flag_mask_ = _singles_mask_ = _all_bits_ = 0

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the highest so far."""
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    _generate_next_value_ = staticmethod(_generate_next_value_)

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        cls = type(self)
        if cls._member_map_.get(name, self) is not self:
            raise NameError(f"{name!r} is already bound: {cls._member_map_[name]!r}")
        _bind_member(cls, name, self)

    def _add_value_alias_(self, value):
        cls = type(self)
        known = _find_by_value(cls, value)
        if known is not None and known is not self:
            raise ValueError(f"{value!r} is already bound: {known!r}")
        cls._value2member_map_.setdefault(value, self)

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {_value_repr(self)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        own = {
            name for cls in type(self).mro()[:-1] for name in cls.__dict__
            if name[0] != "_" and name not in cls._member_map_
        }
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"} | own | {
            name for name in self.__dict__ if name[0] != "_"})

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _fixed(attribute):
        def fset(self, value):
            raise AttributeError(f"<enum 'Enum'> cannot set attribute {attribute!r}")

        def fdel(self):
            raise AttributeError(f"<enum 'Enum'> cannot delete attribute {attribute!r}")

        return builtins.property(attrgetter(f"_{attribute}_"), fset, fdel, f"The {attribute} of the Enum member.")

    name, value = _fixed("name"), _fixed("value")
    del _fixed


del Enum.__hash__  # identity serves, and is native


def _value_repr(self):
    cls = type(self)._member_type_
    if "__dataclass_fields__" in getattr(cls, "__dict__", ()) and cls.__dataclass_params__.repr:
        return ", ".join(f"{f}={getattr(self._value_, f)!r}" for f in cls.__dataclass_fields__).join(("", ""))
    return repr(self._value_)


class ReprEnum(Enum):
    """An enum whose members look as usual in repr() and as their values in str() and format()."""


class IntEnum(int, ReprEnum):
    """An enum whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enum whose members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for name, value in zip(("encoding", "errors"), values[1:]):
            if not isinstance(value, str):
                raise TypeError(f"{name} must be a string, not {value!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the name in lower case."""
        return name.lower()


# --- Flags ---


class FlagBoundary(StrEnum):
    """What becomes of bits that are no flag: an error, dropped, a plain int, kept."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits_text(number, width):
    sign, digits = ("1", f"{(1 << width) + number:b}") if number < 0 else ("0", f"{number:b}")
    return f"0b{sign} {digits.rjust(width, sign)}"


class Flag(Enum, boundary=STRICT):
    """An enum whose members are bits that can be combined."""

    _numeric_repr_ = staticmethod(repr)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the next bit."""
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        if not isinstance(highest, int):
            raise TypeError(f"invalid flag value {highest!r}")
        return 2 ** highest.bit_length()

    @classmethod
    def _iter_member_by_value_(cls, value):
        value &= cls._flag_mask_
        bit = 1
        while bit <= value:
            if value & bit and bit in cls._value2member_map_:
                yield cls._value2member_map_[bit]
            bit <<= 1

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda member: member._sort_order_)

    _iter_member_ = _iter_member_by_def_  # the same order where the values rise

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        flags, every = cls._flag_mask_, cls._all_bits_
        if not ~every <= value <= every or value & (every ^ flags):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), flags.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_bits_text(value, width)}\n"
                    f"  allowed {_bits_text(flags, width)}"
                )
            if cls._boundary_ is CONFORM:
                value &= flags
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:  # KEEP
                value += max(every + 1, 2 ** value.bit_length())
        if value < 0:
            value = every + 1 + value if cls._boundary_ in (EJECT, KEEP) else cls._singles_mask_ & value
            known = cls._value2member_map_.get(value)
            if known is not None:
                return known
        known = cls._value2member_map_.get(value)
        return known if known is not None else cls._combination(value)

    @classmethod
    def _combination(cls, value):
        unknown = value & ~cls._flag_mask_
        names = [single._name_ for single in cls._iter_member_(value)]
        uncovered = value & ~unknown & ~cls._singles_mask_
        for name, alias in cls._member_map_.items() if uncovered else ():
            bits = alias._value_
            if name not in cls._member_names_ and bits and bits & value == bits and bits & uncovered:
                names.append(name)
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        made._name_ = "|".join(names) or None
        if names and unknown:
            made._name_ += f"|{cls._numeric_repr_(unknown)}"
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                f"and {self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {_value_repr(self)}>"
        return f"<{type(self).__name__}.{self._name_}: {_value_repr(self)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({_value_repr(self)})"
        return f"{type(self).__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags whose members are ints."""


# --- Decorators ---


def global_enum_repr(self):
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{type(self).__name__}({self._value_!r})"
    return "|".join(name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split("|"))


def global_str(self):
    return f"{type(self).__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Decorator: the members become names of the module, and show as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
