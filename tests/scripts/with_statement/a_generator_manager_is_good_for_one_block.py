from contextlib import contextmanager


@contextmanager
def manager(times):
    for i in range(times):
        yield i


def enter(made):
    try:
        with made as value:
            print(value)
    except (RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)


used = manager(1)
enter(used)
enter(used)
enter(manager(0))
enter(manager(2))
