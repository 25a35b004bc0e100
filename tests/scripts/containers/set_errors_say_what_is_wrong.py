# since 3.14
def show(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: set(1))
show(lambda: set([[]]))
show(lambda: {1}.remove(2))
show(lambda: {1}.pop(2))
show(lambda: set().pop())
show(lambda: {1} | [1])
show(lambda: {1}.union(5))
show(lambda: {1}.add())
show(lambda: {1}.discard([]))
show(lambda: {1} < [1])
show(lambda: {1}.issubset(5))
show(lambda: frozenset(1, 2))
show(lambda: set(1, 2))
show(lambda: set(iterable=1))
show(lambda: frozenset(iterable=1))
show(lambda: {1}.remove([]))
show(lambda: [] in {1})
show(lambda: {1}.update(5))
show(lambda: {1}.__or__([]))
show(lambda: {1} - [1])
show(lambda: hash({1}))
show(lambda: frozenset().add)
show(lambda: set.add(frozenset(), 1))
