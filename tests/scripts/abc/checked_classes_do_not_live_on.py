# isinstance(), issubclass(), register() and singledispatch remember classes without keeping them alive.
import abc
import collections.abc
import functools
import gc
import threading
import weakref


class Base(abc.ABC):
    pass


@functools.singledispatch
def describe(value):
    return "some"


references = []


def use_classes():
    for use in (lambda cls: isinstance(cls(), Base), lambda cls: issubclass(cls, collections.abc.Mapping),
                lambda cls: Base.register(cls) and isinstance(cls(), Base), lambda cls: describe(cls()),
                lambda cls: isinstance(cls(), collections.abc.Sized)):
        cls = type("Short", (), {"__len__": lambda self: 0})
        print(use(cls))
        references.append(weakref.ref(cls))


thread = threading.Thread(target=use_classes)  # whose stack goes with it
thread.start()
thread.join()
gc.collect()
print([reference() for reference in references])
print(isinstance(3, Base), Base.register(int), isinstance(3, Base), issubclass(bool, Base))
