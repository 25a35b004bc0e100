# SPDX-License-Identifier: MIT
#
# datetime: dates, times of day, spans of time (Library Reference, datetime). A date is its ordinal's year, month and
# day in the Gregorian calendar, extended backwards; a timedelta is days, seconds and microseconds, normalized.
import operator as _operator
import time as _time
from _gregorian import (
    MAX_ORDINAL as _MAX_ORDINAL, MAXYEAR, MINYEAR, check_date as _check_date, check_time as _check_time,
    days_before_year as _days_before_year, format_date as _format_date, format_time as _format_time,
    from_ordinal as _from_ordinal, moved as _moved, ordinal as _ordinal, plain_moment as _plain_moment,
    span as _span,
)
from _iso_texts import (
    IsoCalendarDate, _at_midnight, _offset_text, _parse_date, _parse_time, _strftime,
    ordinal_of_week as _ordinal_of_week,
)
from _datetime_octets import clock_of, date_of, octets_of, pickled, pickled_zone
from _timedelta import _full_name, _half_even, timedelta
from _types import mark_final_native as _mark_final_native, mark_native as _mark_native

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH_NAMES = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


# --- Zones ---


class tzinfo:
    """A time zone: base of classes that know the offset of a moment."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """The local time of a time in UTC that has this zone."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        dt += offset - dst
        return dt + (dt.dst() or timedelta(0))


_TzInfo = tzinfo  # parameters hide that name
class timezone(tzinfo):
    """A zone with a fixed offset."""

    __slots__ = ("_offset", "_name")
    _unnamed = object()

    def __new__(cls, offset, name=_unnamed):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is cls._unnamed:
            if not offset and hasattr(cls, "utc"):
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -timedelta(hours=24) < offset < timedelta(hours=24):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}"
            )
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"{_full_name(self)}({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, method):
        if not (dt is None or isinstance(dt, datetime)):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return f"UTC{_offset_text(self._offset)}" if self._offset else "UTC"

    def dst(self, dt):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __reduce__(self):
        return self.__class__, (self._offset,) if self._name is None else (self._offset, self._name)


timezone.utc = UTC = timezone(timedelta(0), "UTC")
timezone.utc._name = None
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


# --- date ---


def _far_year(ordinal):
    """The year of a day behind the calendar's last: every 400 years have 146097 days."""
    cycles, rest = divmod(ordinal - 1, 146097)
    return cycles * 400 + _from_ordinal(rest + 1)[0]


class date:
    """A day."""

    __slots__ = ("_year", "_month", "_day", "_hash")

    def __new__(cls, year, month=None, day=None):
        if month is None and (state := pickled(year, 4)):
            return cls.__new__(cls, *date_of(state))
        if day is None:
            _operator.index(year)
            if month is not None:
                _operator.index(month)
            name, at = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{name}' (pos {at})")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hash = None
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        if timestamp is None:  # which means the present to localtime()
            _operator.index(timestamp)
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def strptime(cls, date_string, format, /):
        """The day that a text in a format means."""
        from _strptime import parse

        return cls(*parse(date_string, format)[:3])

    @classmethod
    def today(cls):
        """The current day."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n, /):
        n = _operator.index(n)
        if not 1 <= n <= _MAX_ORDINAL:
            if n > 2147483647:
                raise OverflowError("signed integer is greater than maximum")
            raise ValueError("ordinal must be >= 1" if n < 1 else f"year must be in 1..9999, not {_far_year(n)}")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _plain_moment(date_string)
        if parts is not None and len(parts) == 3:
            return cls(*parts)
        try:
            parts = _parse_date(date_string)
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls.fromordinal(_ordinal_of_week(year, week, day))

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        return f"{_full_name(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self, /):
        """YYYY-MM-DD."""
        return _format_date(self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def ctime(self, /):
        return f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        """The date in a format of one's own."""
        return _strftime(self, format, self.timetuple())

    def __format__(self, format_spec):
        if not isinstance(format_spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format_spec).__name__}")
        return self.strftime(format_spec) if format_spec else str(self)

    def _day_of_year(self):
        return self.toordinal() - _days_before_year(self._year)

    def timetuple(self, /):
        return _time.struct_time(
            (self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._day_of_year(), -1))

    def toordinal(self, /):
        """The number of the day; the first day of year 1 is 1."""
        return _ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """The same with some fields changed."""
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day)

    __replace__ = replace

    def weekday(self, /):
        """0 for Monday."""
        return (_ordinal(self._year, self._month, self._day) + 6) % 7

    def isoweekday(self, /):
        """1 for Monday."""
        return self.weekday() + 1

    def isocalendar(self, /):
        """Year, week and weekday of ISO 8601."""
        thursday = date.fromordinal(min(max(self.toordinal() - self.weekday() + 3, 1), _MAX_ORDINAL))
        return IsoCalendarDate((thursday._year, (thursday._day_of_year() - 1) // 7 + 1, self.isoweekday()))

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        if self._hash is None:
            self._hash = hash(self._key())
        return self._hash

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 1 <= n <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime) and not isinstance(self, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return self.__class__, (octets_of(self._key()),)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)


# --- time ---


def _fixed_zone(offset):
    return None if offset is None else timezone(offset) if offset else UTC


class time:
    """A time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if (state := pickled(hour, 6)) and state[0] & 0x7f < 24:
            return cls.__new__(cls, *clock_of(state), pickled_zone(minute or None, _TzInfo), fold=state[0] >> 7)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo, self._fold = tzinfo, fold
        return self

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            *clock, offset = _parse_time(time_string.removeprefix("T"))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
        _, clock = _at_midnight(clock)
        return cls(*clock, _fixed_zone(offset))

    @classmethod
    def strptime(cls, date_string, format, /):
        """The time of day that a text in a format means."""
        from _strptime import parse

        *_, hour, minute, second, microsecond, zone = parse(date_string, format)
        return cls(hour, minute, second, microsecond, zone and timezone(*zone))

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self, /):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self, /):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self, /):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec="auto"):
        """HH:MM:SS with what is needed more."""
        return _format_time(self._hour, self._minute, self._second, self._microsecond, timespec
                            ) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        values = [self._hour, self._minute]
        if self._second or self._microsecond:
            values.append(self._second)
        if self._microsecond:
            values.append(self._microsecond)
        text = ", ".join(map(str, values))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_full_name(self)}({text}{', fold=1' if self._fold else ''})"

    def strftime(self, format):
        on_that_day = _time.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))
        return _strftime(self, format, on_that_day)

    def __format__(self, format_spec):
        return self.strftime(format_spec) if format_spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _key(self):
        clock = ((self._hour * 60 + self._minute) * 60 + self._second) * 10**6 + self._microsecond
        offset = self.utcoffset()
        return (offset is None, clock if offset is None else clock - offset._total())

    def _compare(self, other, operation):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._key(), other._key()
        if mine[0] != theirs[0]:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return operation(mine, theirs)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._key())

    def __reduce_ex__(self, protocol):
        state = octets_of((), (self._hour, self._minute, self._second, self._microsecond), protocol > 3 and self._fold)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min, time.max, time.resolution = time(0, 0), time(23, 59, 59, 999999), timedelta(microseconds=1)


# --- datetime ---

_date_class, _time_class, _tzinfo_class = date, time, tzinfo


class datetime(date):
    """A moment: a day and a time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if (state := pickled(year, 10)) and 1 <= state[2] & 0x7f <= 12:
            fields = *date_of(state), *clock_of(state[4:])
            return cls.__new__(cls, *fields, pickled_zone(month, _TzInfo), fold=state[2] >> 7)
        if day is None:
            return date.__new__(cls, year, month, day)  # TypeError
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        if tzinfo is not None:
            _check_zone(tzinfo)
        self._tzinfo, self._fold, self._hash = tzinfo, fold, None
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    # Made from clocks and texts

    @classmethod
    def _from_timestamp(cls, timestamp, convert, zone):
        if isinstance(timestamp, float):
            if timestamp != timestamp:
                raise ValueError("Invalid value NaN (not a number)")
            n, d = timestamp.as_integer_ratio()
            microseconds = _half_even(n * 10**6, d)
        else:
            if not hasattr(timestamp, "__index__"):
                raise TypeError(f"argument must be int or float, not {type(timestamp).__name__}")
            microseconds = _operator.index(timestamp) * 10**6
        seconds, microseconds = divmod(microseconds, 10**6)
        return cls(*convert(seconds)[:6], microseconds, zone)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment of a number of seconds since 1970."""
        _check_zone(tz)
        if tz is None:
            return cls._from_timestamp(timestamp, _time.localtime, None)
        return tz.fromutc(cls._from_timestamp(timestamp, _time.gmtime, tz))

    @classmethod
    def utcfromtimestamp(cls, t, /):
        import warnings

        warnings.warn(
            "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: "
            "datetime.datetime.fromtimestamp(timestamp, datetime.UTC).",
            DeprecationWarning, stacklevel=2)
        return cls._from_timestamp(t, _time.gmtime, None)

    @classmethod
    def now(cls, tz=None):
        """The current moment."""
        ns = _time.time_ns()
        _check_zone(tz)
        seconds, ns = divmod(ns, 10**9)
        fields = (_time.localtime if tz is None else _time.gmtime)(seconds)[:6]
        made = cls(*fields, ns // 1000, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def utcnow(cls):
        import warnings

        warnings.warn(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
            DeprecationWarning, stacklevel=2)
        return cls.now(UTC).replace(tzinfo=None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time of day together."""
        for at, (given, wanted) in enumerate(((date, _date_class), (time, _time_class)), 1):
            if not isinstance(given, wanted):
                raise TypeError(
                    f"combine() argument {at} must be datetime.{wanted.__name__}, not {type(given).__name__}")
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromordinal(cls, n, /):
        return cls(*date.fromordinal(n)._key())

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _plain_moment(date_string)
        if parts is not None and parts[3:4] != (24,):
            return cls(*parts)
        try:
            width = cls._date_width(date_string)
            day = _parse_date(date_string[:width])
            clock = _parse_time(date_string[width + 1 :]) if len(date_string) > width else (0, 0, 0, 0, None)
            if len(date_string) == width + 1:
                raise ValueError
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        *clock, offset = clock
        ends_day, clock = _at_midnight(clock)
        made = cls(*day, *clock, _fixed_zone(offset))
        try:
            return made + timedelta(1) if ends_day else made
        except OverflowError:
            raise ValueError(f"year must be in 1..9999, not {MAXYEAR + 1}") from None

    @staticmethod
    def _date_width(text):
        """How long the date is in front of the separator."""
        if text[4] == "-":
            if text[5] != "W":
                return 10
            return 10 if text[8:9] == "-" and text[9:10].isdigit() else 8
        if text[4] == "W":
            return 8 if text[7:8].isdigit() else 7
        return 8

    @classmethod
    def strptime(cls, date_string, format):
        """The moment that a text in a format means."""
        from _strptime import parse

        *fields, zone = parse(date_string, format)
        return cls(*fields, zone and timezone(*zone))

    # Parts and forms

    def date(self, /):
        return date(self._year, self._month, self._day)

    def time(self, /):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self, /):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def utcoffset(self, /):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self, /):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self, /):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def timetuple(self, /):
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), self._day_of_year(), -1 if dst is None else int(bool(dst))))

    def utctimetuple(self, /):
        offset = self.utcoffset()
        moment = self if offset is None else self - offset
        fields = list(moment.timetuple())
        fields[8] = 0
        return _time.struct_time(fields)

    def timestamp(self, /):
        """Seconds since 1970."""
        if self._tzinfo is not None:
            return (self - _EPOCH).total_seconds()
        fields = (self._year, self._month, self._day, self._hour, self._minute, self._second, 0, 0, -1)
        return _time.mktime(fields) + self._microsecond / 10**6

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        if tz is None:
            tz = self._local_zone()
        _check_zone(tz)
        mine, offset = self._tzinfo, self.utcoffset()
        if mine is None or offset is None:
            mine = self._local_zone()
            offset = mine.utcoffset(self)
        if tz is mine and self._tzinfo is mine:
            return self
        return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))

    def _local_zone(self):
        seconds = int(self.timestamp() // 1)
        local = _time.localtime(seconds)
        offset = timedelta(seconds=_seconds(local) - seconds)
        return timezone(offset, _time.strftime("%Z", local))

    def isoformat(self, sep="T", timespec="auto"):
        """YYYY-MM-DDTHH:MM:SS with what is needed more."""
        if not isinstance(sep, str) or len(sep) != 1:
            given = f"a string of length {len(sep)}" if isinstance(sep, str) else type(sep).__name__
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {given}")
        clock = _format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        text = f"{_format_date(self._year, self._month, self._day)}{sep}{clock}"
        return text if self._tzinfo is None else text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        values = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if not values[-1]:
            values.pop()
            if not values[-1]:
                values.pop()
        text = ", ".join(map(str, values))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_full_name(self)}({text}{', fold=1' if self._fold else ''})"

    def ctime(self, /):
        clock = f"{self._hour:02d}:{self._minute:02d}:{self._second:02d}"
        return f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} {clock} {self._year:04d}"

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True,
                *, fold=None):
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    # Arithmetic

    def _key(self):
        return self._year, self._month, self._day

    def _fields(self):
        return self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond

    def _comparable(self, other):
        return isinstance(other, datetime)

    def _compare(self, other, operation):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is None and other._tzinfo is None:
            return operation(self._fields(), other._fields())
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        if mine is None:
            return operation(self._fields(), other._fields())
        return operation(self._since(other) - (mine - theirs), timedelta(0))

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is not other._tzinfo and (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._compare(other, _operator.eq)

    def __lt__(self, other):
        return self._compare(other, _operator.lt)

    def __le__(self, other):
        return self._compare(other, _operator.le)

    def __gt__(self, other):
        return self._compare(other, _operator.gt)

    def __ge__(self, other):
        return self._compare(other, _operator.ge)

    def __hash__(self):
        if self._hash is None:
            offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
            since = timedelta(self.toordinal(), (self._hour * 60 + self._minute) * 60 + self._second, self._microsecond)
            self._hash = hash(since - offset if offset else since)
        return self._hash

    def _moved(self, days, seconds, microseconds):
        fields = _moved(self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond,
                        days, seconds, microseconds)
        if type(self) is not datetime:
            return type(self)(*fields, self._tzinfo)
        made = object.__new__(datetime)
        (made._year, made._month, made._day, made._hour, made._minute, made._second, made._microsecond) = fields
        made._tzinfo, made._fold, made._hash = self._tzinfo, 0, None
        return made

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._moved(other._days, other._seconds, other._microseconds)

    __radd__ = __add__

    def _since(self, other):
        """The span from another moment to this one, as clocks on the wall show it."""
        days = _ordinal(self._year, self._month, self._day) - _ordinal(other._year, other._month, other._day)
        minutes = (self._hour - other._hour) * 60 + self._minute - other._minute
        days, seconds, microseconds = _span(
            days, minutes * 60 + self._second - other._second, self._microsecond - other._microsecond)
        return timedelta._made(days, seconds, microseconds)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._days, -other._seconds, -other._microseconds)
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is None and other._tzinfo is None:
            return self._since(other)
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        difference = self._since(other)
        return difference if mine is None else difference - (mine - theirs)

    def __reduce_ex__(self, protocol):
        clock = self._hour, self._minute, self._second, self._microsecond
        state = octets_of((self._year, self._month, self._day), clock, protocol > 3 and self._fold)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _seconds(fields):
    days = _ordinal(*fields[:3]) - _ordinal(1970, 1, 1)
    return days * 86400 + fields[3] * 3600 + fields[4] * 60 + fields[5]


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

for _cls in (timedelta, tzinfo, date, time, datetime):
    _mark_native(_cls)
_mark_final_native(IsoCalendarDate)
_mark_final_native(timezone)
del _cls
