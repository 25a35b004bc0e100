# ouro-only: CPython ends by a signal
# no-stress: every collection walks a deep stack
import abc


def wrapped(wrapper, levels):
    function = 5
    for _ in range(levels):
        function = wrapper(function)
    return function


def cyclic(wrapper):
    made = wrapper(len)
    made.__init__(made)
    return made


def show(what, function):
    try:
        print(what, function())
    except RecursionError as error:
        print(what, "RecursionError:", error)


for wrapper, names in (
    (property, ["__isabstractmethod__", "__name__"]),
    (classmethod, ["__isabstractmethod__"]),
    (staticmethod, ["__isabstractmethod__", "__annotations__", "__annotate__"]),
):
    for name in names:
        show(f"{wrapper.__name__} {name}", lambda: getattr(cyclic(wrapper), name))
deep = wrapped(classmethod, 100_000)
show("deep classmethod", lambda: deep.__isabstractmethod__)
show("class", lambda: abc.ABCMeta("A", (), {"x": deep}))
show("deep property", lambda: wrapped(property, 100_000).__name__)
show("as a setter", lambda: property(None, cyclic(property)).__isabstractmethod__)
show("shallow", lambda: wrapped(classmethod, 100).__isabstractmethod__)
