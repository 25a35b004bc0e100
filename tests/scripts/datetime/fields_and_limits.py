# since 3.14
# Errors of fields out of range, and arithmetic over the borders of months, years, signs and types.
from datetime import date, datetime, time, timedelta, timezone
for f in (lambda: date(10**30,1,1), lambda: date(2**40,1,1), lambda: date(-2**40,1,1), lambda: date(1,2**31,1), lambda: date("1",1,1), lambda: date(1.5,1,1), lambda: timedelta(10**30), lambda: timedelta(days=2**40), lambda: datetime(1,1,1,25), lambda: datetime(1,1,1,2**40), lambda: datetime(1,1,1,1,-1), lambda: datetime(2000,2,30), lambda: time(1,1,1,10**6), lambda: datetime(1,1,1,fold=2), lambda:datetime(1,1,1,fold="x"), lambda: time(1).isoformat("x"), lambda: date(2000,1,1)+timedelta(10**8), lambda: datetime(2000,1,1)-timedelta(10**8), lambda: timedelta(1)*10**9, lambda: timedelta("x"), lambda: date(0,1,1), lambda: date(1,0,1), lambda: date(1,13,1), lambda: date(1,1,0), lambda:timedelta(10**9), lambda:timedelta(-999999999)-timedelta(microseconds=1), lambda: date(2020,1,1).replace(month=13), lambda: date.fromordinal(0), lambda: date.fromordinal(10**10), lambda: date(True,1,1), lambda: timedelta(True), lambda: datetime(2000,1,1,tzinfo=5), lambda: date.fromordinal("x"), lambda: date(2020,1), lambda: datetime(2020), lambda: date.fromisocalendar(2020,54,1)):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)

start = datetime(1999, 12, 31, 23, 59, 59, 999999)
for days in (-800000, -730120, -365, -60, -31, -1, 0, 1, 28, 29, 59, 60, 365, 366, 730, 1461, 36524, 146097, 2000000):
    for other in (timedelta(days), timedelta(days, microseconds=1), timedelta(days, -1, -1), timedelta(days, hours=-36)):
        try:
            moved = start + other
            print(moved, moved - start == other, moved.toordinal(), moved.weekday(), moved > start, moved.timetuple()[7])
            assert moved - other == start and hash(moved - other) == hash(start)
        except OverflowError as error:
            print(error)
for year in (1, 4, 100, 399, 400, 1900, 2000, 2023, 2024, 9999):
    days = [date(year, month, 1).toordinal() for month in range(1, 13)]
    print(year, days[0], [b - a for a, b in zip(days, days[1:])], [str(date.fromordinal(n + 27)) for n in days][::4])
assert all(date.fromordinal(n).toordinal() == n for n in range(1, 3652060, 97))
spans = [timedelta(1), timedelta(-1, 5), timedelta(0, 86399, 999999), timedelta(microseconds=-1), timedelta(weeks=1, hours=-5)]
print(sorted(spans), [a + b for a in spans for b in spans][::4], [a - b for a in spans for b in spans][::3])
print([-a for a in spans], [abs(a) for a in spans], [a < b for a in spans for b in spans].count(True), len(set(spans)))
print(timedelta(1.5, 0.25, 0.5, 1.25), timedelta(days=1, seconds=2.5), timedelta(microseconds=2**60), timedelta(True, False))


class Day(timedelta):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class Moment(datetime):
    pass


print(type(Day(1) + Day(2)).__name__, type(timedelta(1) - Day(2)).__name__, repr(Day(1, 2)), Day(1) == timedelta(1))
moment = Moment(2020, 1, 31) + timedelta(1)
print(type(moment).__name__, moment, moment - Moment(2020, 1, 1), moment == datetime(2020, 2, 1), type(moment - timedelta(1)).__name__)
east, west = timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=8))
a, b = datetime(2024, 1, 1, 12, tzinfo=east), datetime(2023, 12, 31, 22, 30, tzinfo=west)
print(a == b, a < b, a - b, hash(a) == hash(b), b.astimezone(east), a != datetime(2024, 1, 1, 12), a == datetime(2024, 1, 1, 12))
print(f"{a:%Y-%m-%d %H:%M %z %%f}", a.strftime("%G %V %j"), date(2024, 5, 6).strftime("%d.%m.%Y"))
