from datetime import date, datetime, timedelta


class Holiday(date):
    pass


class Span(timedelta):
    pass


print(repr(Holiday(2024, 1, 1)), repr(date(2024, 1, 1)), repr(Span(2)), repr(datetime(2024, 1, 1)))
print(Holiday(2024, 1, 1) + timedelta(1), type(Holiday(2024, 1, 1) + timedelta(1)).__name__)
