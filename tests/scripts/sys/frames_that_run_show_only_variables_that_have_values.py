# f_locals of a frame that is still running has the variables that are bound just now, not what other calls left behind.
import contextlib
import sys


def show():
    print({name: value for name, value in sorted(sys._getframe(1).f_locals.items()) if not callable(value)})


def leave_values_behind():
    a = b = c = d = e = f = g = h = i = j = "behind"
    return [a, b, c, d, e, f, g, h, i, j]


def run(flag):
    show()
    first = 1
    show()
    if flag:
        second = 2
    show()
    del first
    show()
    for index in range(2):
        show()
        last = index
    try:
        raise ValueError
    except ValueError as error:
        pass
    show()
    [show() for item in range(1)]
    show()
    if (named := 5) == 5:
        show()
    with contextlib.nullcontext(6) as entered:
        show()
    del flag
    show()


def generate():
    leave_values_behind()
    show()
    yield
    value = 1
    show()
    yield


for flag in (False, True):
    leave_values_behind()
    run(flag)
for _ in generate():
    leave_values_behind()
