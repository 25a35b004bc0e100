# since 3.14
# no-stress: it shows when objects die
# gc.collect() frees what nothing can read any more: what temporaries left behind does not count, named locals do.
import gc
import weakref


class Thing:
    def __init__(self, name='thing'):
        self.name = name

    def __del__(self):
        print('gone:', self.name)


def take(*args, **kwargs):
    return len(args)


class Plain:
    def __init__(self, name='plain'):
        self.name = name


def collect():
    # The C++ variables of the last such calls, which a build for sanitizers does not use again, let go of what they had.
    take(*[Plain()], key=1)
    take(1, Plain())
    gc.collect()


Thing('dropped')
collect()
x = Thing('deleted')
del x
collect()
take(*[Thing('spread')], key=1)
collect()
take(1, Thing('argument'))
collect()


def keep():
    local = Plain()
    reference = weakref.ref(local)
    gc.collect()
    print('alive' if reference() else 'dead')


class Iterates:
    def __init__(self):
        self.items = [1, 2]

    def __iter__(self):
        gc.collect()
        return iter(self.items)


def collecting(*values):
    for value in values:
        gc.collect()
        yield value


keep()

# What a statement still needs is kept while it collects.
for left, right in zip(collecting([1], [2]), collecting([3], [4])):
    print(left, right)
print([str(12), gc.collect() and 0, *Iterates()][0])
(first, *rest), last = Iterates(), [gc.collect() and 0]
print(first, rest, last)
print({'a' + str(1): [1], **{'b': gc.collect() and 0}, 'c': 'd' * 2})
with_default = (lambda a=[gc.collect() and 0], *b, c=[str(5)]: (a, c))()
print(with_default)
print('end')
