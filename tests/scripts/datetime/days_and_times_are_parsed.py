# since 3.14
# date and time have strptime, too. The name of a zone alone does not make one.
from datetime import date, datetime, time


class Day(date):
    pass


def show(parse, *arguments):
    try:
        print(repr(parse(*arguments)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


show(date.strptime, "2020-03-04", "%Y-%m-%d")
show(Day.strptime, "2020-03-04 10", "%Y-%m-%d %H")
show(date.strptime, "10:20", "%H:%M")
show(date.strptime, "2020-02-30", "%Y-%m-%d")
show(date.strptime, "x", "%H:%M")
show(date.strptime, 3, "")
show(date.strptime, "", b"")
show(date.strptime, "2020", "%Y%")
show(time.strptime, "10:20:30.5", "%H:%M:%S.%f")
show(time.strptime, "10:20 +0100", "%H:%M %z")
show(time.strptime, "25", "%H")
for zone, directive in ("UTC", "%Z"), ("Z", "%z"), ("+0000 UTC", "%z %Z"), ("+0100 gmt", "%z %Z"):
    show(datetime.strptime, "10 " + zone, "%H " + directive)
