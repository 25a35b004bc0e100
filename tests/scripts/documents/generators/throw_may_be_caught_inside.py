def launch(seconds):
    while seconds > 0:
        try:
            yield seconds
            seconds -= 1
        except ValueError as error:
            print("caught", repr(error))

rocket = launch(2)
print(next(rocket))
print("goes on with", rocket.throw(ValueError("odd noise")))
print(next(rocket))
try:
    rocket.throw(KeyError("unknown"))
except KeyError as error:
    print("not caught inside:", error)
print(list(rocket))
