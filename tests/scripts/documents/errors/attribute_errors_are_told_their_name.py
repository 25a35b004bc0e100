# An AttributeError that knows neither name nor object gets both when it leaves the attribute's look-up.
class Getattr:
    def __getattr__(self, name):
        raise AttributeError("no such thing")

class Getattribute:
    def __getattribute__(self, name):
        raise AttributeError("nothing at all")

for thing in (Getattr(), Getattribute()):
    try:
        thing.value
    except AttributeError as error:
        print(error, error.name, error.obj is thing)
