# SPDX-License-Identifier: MIT
#
# datetime.timedelta: a span of time as days, seconds and microseconds, normalized.
from _gregorian import span as _span


def _half_even(numerator, denominator):
    """The nearest int to a ratio, the even one of two."""
    whole, rest = divmod(numerator, denominator)
    rest *= 2
    return whole + (rest > denominator or rest == denominator and whole % 2)


class timedelta:
    """A span of time."""

    __module__ = "datetime"
    __slots__ = ("_days", "_seconds", "_microseconds", "_hash")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        parts = _span(days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        if parts is not None:
            return cls._made(*parts)
        total = 0  # microseconds
        for value, unit, name in (
            (days, 86400 * 10**6, "days"), (seconds, 10**6, "seconds"), (microseconds, 1, "microseconds"),
            (milliseconds, 1000, "milliseconds"), (minutes, 60 * 10**6, "minutes"), (hours, 3600 * 10**6, "hours"),
            (weeks, 7 * 86400 * 10**6, "weeks"),
        ):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                int(value)  # ValueError for nan, OverflowError for inf
                n, d = value.as_integer_ratio()
                total += n * unit if d == 1 else 0
                if d != 1:
                    is_exact = isinstance(total, _Fraction)
                    total = total.plus(n * unit, d) if is_exact else total + _Fraction(n * unit, d)
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        return cls._of(total.rounded() if isinstance(total, _Fraction) else total)

    @classmethod
    def _of(cls, microseconds):
        seconds, microseconds = divmod(microseconds, 10**6)
        return cls._made(*divmod(seconds, 86400), microseconds)

    @classmethod
    def _made(cls, days, seconds, microseconds):
        if not -999999999 <= days <= 999999999:
            if not -2147483648 <= days <= 2147483647:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days, self._seconds, self._microseconds, self._hash = days, seconds, microseconds, None
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _total(self):
        return (self._days * 86400 + self._seconds) * 10**6 + self._microseconds

    def total_seconds(self, /):
        """The span in seconds."""
        return self._total() / 10**6

    def __repr__(self):
        names = ("days", "seconds", "microseconds")
        args = ", ".join(f"{name}={getattr(self, name)}" for name in names if getattr(self, name))
        return f"{_full_name(self)}({args or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return text + (f".{self._microseconds:06d}" if self._microseconds else "")

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._made(*_span(
            self._days + other._days, self._seconds + other._seconds, self._microseconds + other._microseconds))

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._made(*_span(
            self._days - other._days, self._seconds - other._seconds, self._microseconds - other._microseconds))

    def __rsub__(self, other):
        return timedelta.__sub__(other, self) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._made(*_span(-self._days, -self._seconds, -self._microseconds))

    def __pos__(self):
        return timedelta._made(self._days, self._seconds, self._microseconds)

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._of(_half_even(self._total() * n, d))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return timedelta._of(self._total() // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("division by zero")
            return timedelta._of(_half_even(self._total() * (-1 if other < 0 else 1), abs(other)))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            if not n:
                raise ZeroDivisionError("division by zero")
            return timedelta._of(_half_even(self._total() * d * (-1 if n < 0 else 1), abs(n)))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total(), other._total())
        return quotient, timedelta._of(rest)

    def _parts(self):
        return self._days, self._seconds, self._microseconds

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._parts() < other._parts() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._parts() <= other._parts() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._parts() > other._parts() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._parts() >= other._parts() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        if self._hash is None:
            self._hash = hash(self._parts())
        return self._hash

    def __bool__(self):
        return self._parts() != (0, 0, 0)

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


class _Fraction:
    """A sum of ratios, to be rounded once."""

    def __init__(self, n, d):
        self.n, self.d = n, d

    def plus(self, n, d):
        return _Fraction(self.n * d + n * self.d, self.d * d)

    def __add__(self, whole):
        return _Fraction(self.n + whole * self.d, self.d)

    __radd__ = __add__

    def rounded(self):
        return _half_even(self.n, self.d)


def _full_name(self):
    cls = type(self)
    return f"datetime.{cls.__qualname__}" if cls.__module__ == "datetime" else cls.__name__


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
