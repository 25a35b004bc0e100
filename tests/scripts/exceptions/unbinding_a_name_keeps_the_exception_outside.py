# The name of a handler that is left by an exception is unbound; what outer finally blocks wait to raise again is not hurt.
class Swallow:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print("swallowed", args[0].__name__)
        return True


try:
    try:
        1 / 0
    finally:
        with Swallow():
            try:
                missing
            except NameError as error:
                raise ValueError(1)
except ZeroDivisionError as outer:
    print("outer", outer, outer.__context__)
print("error" in globals())


def in_a_cell():
    show = lambda: error
    try:
        1 / 0
    finally:
        with Swallow():
            try:
                missing
            except NameError as error:
                raise ValueError(show().name)


try:
    in_a_cell()
except ZeroDivisionError as outer:
    print("outer", outer)
