# The classes call themselves datetime.date and so on in errors, and cannot be changed.
import datetime as d

for value in (d.date(2000, 1, 2), d.datetime(2000, 1, 2), d.time(3), d.timedelta(4), d.timezone.utc, d.date(2000, 1, 2).isocalendar()):
    cls = type(value)
    print(cls, cls.__name__, cls.__qualname__, cls.__module__)
    for action in (lambda: value < 3.5, lambda: value @ 3, lambda: value.missing, lambda: cls.missing, lambda: [0][value], lambda: value(),
                   lambda: setattr(cls, "missing", 1), lambda: delattr(value, "missing"), lambda: ",".join([value])):
        try:
            print(action())
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)


class Day(d.date):
    pass


Day.missing = 1
try:
    Day(2000, 1, 1) < 3
except TypeError as error:
    print(error, Day.missing)
try:
    class Zone(d.timezone):
        pass
except TypeError as error:
    print(error)
