# A parameter keeps its argument on the paths that do not delete it.
def deleted(x, condition):
    if condition:
        del x
    return x


def deleted_in_a_loop(x, *, times, at):
    for i in range(times):
        if i == at:
            del x
            x = i
    return x


def name_of_a_handler(x, times):
    while times:
        times -= 1
        try:
            if times == 2:
                raise ValueError
        except ValueError as x:
            pass
    return x


def left_early(*x, **y):
    for i in range(2):
        try:
            if i:
                continue
        except ValueError as x:
            y = x
        except KeyError as y:
            pass
    return x, y


def generator(x, condition):
    if condition:
        del x
    yield x


def local_and_parameter(x, condition):
    if condition:
        y = 1
        del x, y
    try:
        return x
    finally:
        try:
            print(y)
        except UnboundLocalError as error:
            print(error)


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, function(*arguments, **keywords))
    except UnboundLocalError as error:
        print(function.__name__, error)


for condition in (False, True):
    show(deleted, "x", condition)
    show(lambda *rest: next(generator(*rest)), "x", condition)
    show(local_and_parameter, "x", condition)
for at in (1, 5):
    show(deleted_in_a_loop, "x", times=3, at=at)
    show(name_of_a_handler, "x", at)
show(left_early, 1, a=2)
