# SPDX-License-Identifier: MIT
#
# ISO 8601 for datetime: texts of dates, times of day and offsets, and the calendar of weeks. And strftime, which knows
# what of these a format asks for.
import time as _time
from operator import index
from _gregorian import MAX_ORDINAL, MAXYEAR, MINYEAR, days_before_year, from_ordinal, ordinal
from _timedelta import timedelta


def _offset_text(offset):
    """+HH:MM[:SS[.ffffff]], or nothing."""
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign, offset = "-", -offset
    hours, rest = divmod(offset, timedelta(hours=1))
    minutes, rest = divmod(rest, timedelta(minutes=1))
    text = f"{sign}{hours:02d}:{minutes:02d}"
    if rest:
        text += f":{rest.seconds:02d}"
        if rest.microseconds:
            text += f".{rest.microseconds:06d}"
    return text


class IsoCalendarDate(tuple):
    """Year, week and weekday of ISO 8601."""

    __module__ = "datetime"
    __slots__ = ()

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.{type(self).__name__}(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _first_week(year):
    """The ordinal of the Monday with which a year of weeks begins: that of the week with January 4."""
    fourth = days_before_year(year) + 4
    return fourth - (fourth + 6) % 7


def ordinal_of_week(year, week, day):
    """The ordinal of a day, 1 for Monday, in a week of a year."""
    year, week, day = index(year), index(week), index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year must be in 1..9999, not {year}")
    first = _first_week(year)
    if not 0 < week <= (_first_week(year + 1) - first) // 7:
        raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return first + (week - 1) * 7 + day - 1


def _parse_clock(text):
    main, dot, fraction = text.replace(",", ".").partition(".")
    if ":" in main:
        parts = main.split(":")
        if len(parts) > 3 or any(len(part) != 2 for part in parts):
            raise ValueError
    else:
        if len(main) not in (2, 4, 6):
            raise ValueError
        parts = [main[i : i + 2] for i in range(0, len(main), 2)]
    if not all(part.isdigit() and part.isascii() for part in parts) or (
            dot and (not fraction.isdigit() or len(parts) != 3)):
        raise ValueError
    values = [*map(int, parts), 0, 0][:3]
    return (*values, int(f"{fraction[:6]:0<6}") if dot else 0, None)


def _parse_date(text):
    """Year, month, day of YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D]."""
    if not text.isascii() or len(text) not in (7, 8, 10):
        raise ValueError
    year, rest = int(text[:4]), text[4:]
    dash = rest[0] == "-"
    rest = rest[dash:]
    if rest[0] == "W":
        week, day = int(rest[1:3]), rest[3:].lstrip("-") if dash else rest[3:]
        return from_ordinal(ordinal_of_week(year, week, int(day) if day else 1))
    month, _, day = rest.partition("-") if dash else (rest[:2], "", rest[2:])
    if len(month) != 2 or len(day) != 2 or not (month + day).isdigit():
        raise ValueError
    return year, int(month), int(day)


def _parse_time(text):
    """hour, minute, second, microsecond, offset of HH[:MM[:SS[.fff[fff]]]][+HH:MM[:SS[.ffffff]]|Z]."""
    zone_at = next((i for i, c in enumerate(text) if c in "+-Z"), len(text))
    offset, zone_text = None, text[zone_at:]
    if zone_text == "Z":
        offset = timedelta(0)
    elif zone_text:
        hours, minutes, seconds, microseconds, _ = _parse_clock(zone_text[1:])
        offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds)
        offset = -offset if zone_text[0] == "-" else offset
    *clock, _ = _parse_clock(text[:zone_at])
    return (*clock, offset)


def _at_midnight(clock):
    """Is a clock at 24:00, the end of its day? And the clock, which then is at 0:00."""
    if not clock or clock[0] != 24:
        return False, clock
    if any(clock[1:4]):
        raise ValueError("minute, second, and microsecond must be 0 when hour is 24")
    return True, (0, 0, 0, 0)


def _year_of_weeks(year, month, day):
    """The year to which the week of a day belongs: that of its Thursday."""
    number = ordinal(year, month, day)
    return from_ordinal(min(max(number - (number + 6) % 7 + 3, 1), MAX_ORDINAL))[0]


def _strftime(object, format, tuple):
    """time.strftime with %f, %z, %:z and %Z of the object put in."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if tuple[0] >= 1000 and not any(name in format for name in ("%f", "%z", "%:", "%Z", "%G")):
        return _time.strftime(format, tuple)
    parts, at = [], 0
    while at < len(format):
        letter = format[at]
        at += 1
        if letter != "%" or at == len(format):
            parts.append(letter)
            continue
        letter = format[at]
        at += 1
        if letter == "f":
            parts.append(f"{getattr(object, 'microsecond', 0):06d}")
        elif letter == "z" or letter == ":" and format[at : at + 1] == "z":
            text = _offset_text(object.utcoffset()) if hasattr(object, "utcoffset") else ""
            if letter == ":":
                at += 1
            else:
                text = text.replace(":", "")
            parts.append(text)
        elif letter == "Z":
            name = object.tzname() if hasattr(object, "tzname") else None
            parts.append((name or "").replace("%", "%%"))
        elif letter == "Y":
            parts.append(f"{tuple[0]:04d}")
        elif letter == "G":
            parts.append(f"{_year_of_weeks(*tuple[:3]):04d}")
        elif letter == "F":
            parts.append(f"{tuple[0]:04d}-{tuple[1]:02d}-{tuple[2]:02d}")
        else:
            parts.append("%" + letter)
    return _time.strftime("".join(parts), tuple)
