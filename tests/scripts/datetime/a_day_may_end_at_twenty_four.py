# since 3.14
# ISO 8601 writes the end of a day as 24:00; fields out of range are named where they stand in a text.
from datetime import date, datetime, time


def show(parse, *arguments):
    try:
        print(repr(parse(*arguments)))
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


for text in "24:00", "24:01", "24:00:00.000001", "25:00", "T25:00", "2560", "99", "1", "10:60", "10:10:60", "10:10+25:00":
    show(time.fromisoformat, text)
for text in "2020-01-01T24:00", "2020-12-31T24:00:00", "2020-01-01T24:01", "2020-01-01T25:00", "9999-12-31T24:00":
    show(datetime.fromisoformat, text)
for arguments in (0, 1, 1), (10000, 1, 1), ("a", 1, 1), (2020, 54, 1):
    show(date.fromisocalendar, *arguments)
for number in 0, 3652059, 3652060, 10**9:
    show(date.fromordinal, number)
show(datetime.fromtimestamp, "a")
show(datetime.fromtimestamp, float("nan"))
show(date.fromtimestamp, None)
show(datetime.combine, 1, 2)
show(datetime.combine, date(1, 1, 1), 2)
show(date(1, 1, 1).strftime, 3)
show(datetime(1, 1, 1).isoformat, "xx")
show(datetime(1, 1, 1).isoformat, 3)
show(date, "a")
show(date, 1, "b")
