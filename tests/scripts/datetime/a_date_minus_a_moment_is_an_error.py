from datetime import date, datetime, timedelta

day, moment = date(2020, 1, 2), datetime(2020, 1, 2, 3)
print(day - date(2019, 1, 1), moment - datetime(2019, 1, 1), day - timedelta(1), date.__sub__(day, 3))
for fails in (lambda: day - moment, lambda: moment - day):
    try:
        fails()
    except TypeError:
        print("TypeError")
print(date.__sub__(day, moment), date.__sub__(moment, day), datetime.__sub__(moment, day))
