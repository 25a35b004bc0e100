# An AttributeError that names no attribute gets name and object of the read that it ends, whoever raised it.
import operator
import types


def show(read):
    try:
        read()
    except AttributeError as error:
        print(type(error).__name__, error.name, type(error.obj).__name__)


class Dynamic:
    def __getattr__(self, name):
        raise AttributeError("none")


class Strict:
    def __getattribute__(self, name):
        raise AttributeError("none")


class Special(AttributeError):
    pass


class Computed:
    @property
    def plain(self):
        raise AttributeError("none")

    @property
    def named(self):
        raise AttributeError("none", name="other")

    @property
    def special(self):
        raise Special("none")

    @property
    def nested(self):
        return Dynamic().inner


class Derived(Computed):
    def missing(self):
        return super().missing

    def plain_of_base(self):
        return super().plain


class Meta(type):
    def __getattr__(cls, name):
        raise AttributeError("none")


class Made(metaclass=Meta):
    pass


def fail(name):
    raise AttributeError("none")


module = types.ModuleType("module")
module.__getattr__ = fail
for value in (Dynamic(), Strict(), Made, module):
    show(lambda: value.read)
    show(lambda: value.called())
    show(lambda: getattr(value, "asked"))
    show(lambda: operator.attrgetter("got")(value))
for name in ("plain", "named", "special", "nested"):
    show(lambda: getattr(Computed(), name))
show(lambda: Computed().plain)
show(lambda: Computed().special)
show(lambda: Computed().nested)
show(Derived().missing)
show(Derived().plain_of_base)
show(lambda: object.__getattribute__(Computed(), "plain"))  # nobody's read
