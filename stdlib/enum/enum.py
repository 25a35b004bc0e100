# SPDX-License-Identifier: MIT
#
# enum (Library Reference, enum): the types in _enum_types.py, and what checks them, in _enum_checks.py, which is loaded
# when it is named.
from _enum_types import (
    CONFORM, EJECT, Enum, EnumDict, EnumMeta, EnumType, Flag, FlagBoundary, IntEnum, IntFlag, KEEP, ReprEnum, STRICT,
    StrEnum, auto, global_enum, global_enum_repr, global_flag_repr, global_str, member, nonmember, property,
)

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS",
    "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
]


def _signature(cls):
    """For inspect.signature: with members a class looks them up, without it makes a class."""
    makes = "(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)"
    return "(*values)" if cls._member_names_ else makes


Enum.__signature__ = classmethod(_signature)


def unique(enumeration):
    """Decorator: no two names may have the same value."""
    duplicates = [f"{name} -> {made.name}" for name, made in enumeration.__members__.items() if name != made.name]
    if duplicates:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(duplicates)}")
    return enumeration


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


_check_names = frozenset({"EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "verify", "show_flag_values"})


def __getattr__(name):
    if name not in _check_names:
        raise AttributeError(f"module 'enum' has no attribute {name!r}")
    import _enum_checks

    globals().update({each: getattr(_enum_checks, each) for each in _check_names})
    return globals()[name]
