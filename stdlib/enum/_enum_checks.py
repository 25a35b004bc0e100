# SPDX-License-Identifier: MIT
#
# enum.verify and what it checks. Loaded when one of its names is asked for.
from _enum_types import Flag, StrEnum

__name__ = "enum"  # the module that the classes name as theirs


class EnumCheck(StrEnum):
    """What @verify can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Decorator: the checks that an enum must pass."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named_flags(enumeration)
        return enumeration

    def _unique(self, enumeration):
        duplicates = [f"{name} -> {made.name}" for name, made in enumeration.__members__.items() if name != made.name]
        if duplicates:
            raise ValueError(f"aliases found in {enumeration!r}: {', '.join(duplicates)}")

    def _continuous(self, enumeration):
        values = {made.value for made in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            missing = [2**i for i in range(low.bit_length(), high.bit_length() - 1) if 2**i not in values]
        else:
            missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
            kind = "flag" if issubclass(enumeration, Flag) else "enum"
            values = ", ".join(map(str, missing))
            raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {values}"[:256])

    def _named_flags(self, enumeration):
        names, missing = [], 0
        singles = {made.value for made in enumeration}
        for name, alias in enumeration.__members__.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            bits = {2**i for i in range(alias.value.bit_length()) if alias.value & 2**i}
            lacking = bits - singles
            if lacking:
                names.append(name)
                missing |= sum(lacking)
        if names:
            what = f"alias {names[0]} is" if len(names) == 1 else f"aliases {', '.join(names[:-1])} and {names[-1]} are"
            width = missing.bit_count()
            value = f"value {missing:#x}" if width == 1 else f"combined values of {missing:#x}"
            raise ValueError(f"invalid Flag {enumeration.__name__!r}: {what} missing {value} "
                             "[use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    """The single bits of a value."""
    return [1 << i for i in range(value.bit_length()) if value >> i & 1]
