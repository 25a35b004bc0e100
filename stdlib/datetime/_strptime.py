# SPDX-License-Identifier: MIT
#
# What datetime.strptime stands on: texts in the formats of strftime, in the C locale (Library Reference, "strftime()
# and strptime() Format Codes"). A format becomes a regular expression. Here is only the calendar of numbers; the
# classes of datetime are made of the result.
import re
from _gregorian import check_date, from_ordinal, ordinal
from _iso_texts import ordinal_of_week
from _timedelta import timedelta

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)


def _names(names, length=None):
    return "|".join(sorted((name[:length] for name in names), key=len, reverse=True))


_PATTERNS = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})", "H": r"(?P<H>2[0-3]|[0-1]\d|\d| \d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])", "G": r"(?P<G>\d\d\d\d)",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9]| [1-9])",
    "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)", "U": r"(?P<U>5[0-3]|[0-4]\d|\d)", "w": r"(?P<w>[0-6])",
    "u": r"(?P<u>[1-7])", "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)", "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
    "y": r"(?P<y>\d\d)",
    "Y": r"(?P<Y>\d\d\d\d)", "z": r"(?P<z>([+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?)|(?-i:Z))",
    "A": f"(?P<A>{_names(_DAYS)})", "a": f"(?P<a>{_names(_DAYS, 3)})", "B": f"(?P<B>{_names(_MONTHS)})",
    "b": f"(?P<b>{_names(_MONTHS, 3)})", "p": "(?P<p>am|pm)", "Z": "(?P<Z>utc|gmt)", "%": "%",
}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S", "R": "%H:%M",
          "F": "%Y-%m-%d"}


def _pattern(format):
    for letter, meaning in _WHOLE.items():
        format = format.replace("%" + letter, meaning)
    parts, at = [], 0
    while at < len(format):
        if format[at].isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            parts.append(r"\s+")
        elif format[at] == "%":
            letter = format[at + 1 : at + 2]
            if not letter:
                raise ValueError(f"stray % in format '{format}'")
            if letter not in _PATTERNS:
                raise ValueError(f"'{letter}' is a bad directive in format '{format}'")
            parts.append(_PATTERNS[letter])
            at += 2
        else:
            parts.append(re.escape(format[at]))
            at += 1
    try:
        return re.compile("".join(parts), re.IGNORECASE)
    except re.error:
        raise ValueError(f"redefinition of a directive in format '{format}'") from None


def _zone(found):
    """The arguments of a timezone; None where %z does not say how far it is from UTC: a name alone is not enough."""
    text = found.get("z")
    if text is None:
        return None
    if text == "Z":
        return (timedelta(0),)
    digits = text[1:].replace(":", "")
    fraction = digits[7:].ljust(6, "0") if "." in digits else "0"
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:6] or 0),
        microseconds=int(fraction))
    return (-offset if text[0] == "-" else offset, *((found["Z"],) if found.get("Z") else ()))


def _clock(found):
    hour = int(found.get("H") or 0)
    if found.get("I"):
        hour = int(found["I"]) % 12 + (12 if (found.get("p") or "").lower() == "pm" else 0)
    return hour, int(found.get("M") or 0), int(found.get("S") or 0), int((found.get("f") or "0").ljust(6, "0"))


def _year(found):
    if found.get("y"):
        year = int(found["y"])
        return year + (2000 if year <= 68 else 1900)
    return int(found["Y"]) if found.get("Y") else None


def _weekday(found):
    if found.get("A"):
        return _DAYS.index(found["A"].lower())
    if found.get("a"):
        return next(i for i, name in enumerate(_DAYS) if name[:3] == found["a"].lower())
    if found.get("w"):
        return (int(found["w"]) + 6) % 7
    return int(found["u"]) - 1 if found.get("u") else None


def _month(found):
    if found.get("m"):
        return int(found["m"])
    if found.get("B"):
        return _MONTHS.index(found["B"].lower()) + 1
    if found.get("b"):
        return next(i for i, name in enumerate(_MONTHS) if name[:3] == found["b"].lower()) + 1
    return None


def _day(found):
    """Year, month and day, from a date, a day of the year, or a week and weekday."""
    year, month, weekday = _year(found), _month(found), _weekday(found)
    if found.get("G") and found.get("V") and weekday is not None:
        return from_ordinal(ordinal_of_week(int(found["G"]), int(found["V"]), weekday + 1))
    if found.get("V") or found.get("G"):
        raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                         "directive ('%A', '%a', '%w', or '%u').")
    if year is not None and month is None:
        days = int(found["j"]) if found.get("j") else None
        new_year = ordinal(*check_date(year, 1, 1))
        for letter, first in (("U", 6), ("W", 0)):
            if found.get(letter) and weekday is not None:
                days = (first - (new_year + 6)) % 7 + (int(found[letter]) - 1) * 7 + (weekday - first) % 7 + 1
        if days is not None:
            return from_ordinal(new_year + days - 1)
    return 1900 if year is None else year, month or 1, int(found.get("d") or 1)


def parse(text, format):
    """Year, month, day, hour, minute, second, microsecond, and the arguments of the timezone or None."""
    for index, argument in enumerate((text, format), 1):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(argument).__name__}")
    match = _pattern(format).match(text)
    if not match:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != match.end():
        raise ValueError(f"unconverted data remains: {text[match.end():]}")
    found = match.groupdict()
    return *_day(found), *_clock(found), _zone(found)
