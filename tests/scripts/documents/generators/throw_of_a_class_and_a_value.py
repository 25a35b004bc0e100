# The old form: a class and what it is called with. CPython warns of it.
import warnings

def launch():
    while True:
        try:
            yield "steady"
        except ValueError as error:
            print("caught", repr(error))

rocket = launch()
next(rocket)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(rocket.throw(ValueError, "odd noise"))
print([warning.category.__name__ for warning in seen])
print(rocket.throw(ValueError))
