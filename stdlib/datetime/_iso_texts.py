# SPDX-License-Identifier: MIT
#
# ISO 8601 for datetime: texts of offsets and times of day, and the calendar of weeks.
from operator import index
from _gregorian import MAXYEAR, MINYEAR, days_before_year
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
