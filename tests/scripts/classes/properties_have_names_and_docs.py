# since 3.14
# A property is named by its getter until __set_name__ or an assignment says otherwise; subclasses keep the getter's doc.
def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def getter(self):
    "the getter's"


attempt(lambda: property(len).__name__)
attempt(lambda: property().__name__)
attempt(lambda: property(3).__name__)
p = property(getter)
p.__name__ = 'q'
attempt(lambda: p.__name__)
attempt(lambda: p.__set_name__(int, 'r') or p.__name__)
del p.__name__
attempt(lambda: p.__name__)


class Sub(property):
    "the subclass's"


class Bare(property):
    __slots__ = ()


class Roomy(property):
    __slots__ = ('__doc__',)


attempt(lambda: (Sub(getter).__doc__, Sub(getter, doc='own').__doc__, Sub.__doc__))
attempt(lambda: Sub(getter).setter(print).__doc__)
attempt(lambda: Bare(getter))
attempt(lambda: Bare().__doc__)
attempt(lambda: Roomy(getter).__doc__)
