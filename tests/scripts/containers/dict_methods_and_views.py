d = {'x': 24, 'y': 25}


def show(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: {'a': 1, 2: 'b', None: [1]})
show(lambda: dict(a=1, b=2))
show(lambda: dict([('a', 1), ['b', 2]], c=3))
show(lambda: dict({'a': 1}, a=2))
show(lambda: ({'a': 1}.get('a'), {'a': 1}.get('z'), {'a': 1}.get('z', 5)))
show(lambda: {'a': 1}.setdefault('a', 5))
show(lambda: (d.setdefault('z', 26), d))
show(lambda: (d.pop('z'), d.pop('z', 0), d))
show(lambda: (d.popitem(), d))
show(lambda: {'a': 1} | {'b': 2} | {'a': 3})
show(lambda: (dict.fromkeys('ab'), dict.fromkeys([1, 2], 0)))
show(lambda: list(reversed({'a': 1, 'b': 2})))
show(lambda: (list(reversed({'a': 1, 'b': 2}.items())), list(reversed({'a': 1, 'b': 2}.values()))))
show(lambda: ({'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {'a': 1} == {'a': 1.0}, {'a': 1} != {'a': 2}))
show(lambda: {1: 'a', 1.0: 'b', True: 'c'})
show(lambda: ({'a': 1, 'b': 2}.keys(), {'a': 1}.values(), {'a': 1}.items()))
show(lambda: ({1, 2} & {1: 0, 3: 0}.keys(), {1: 0, 3: 0}.keys() & [1, 2], {1: 0, 3: 0}.keys() | [7], {1: 0, 3: 0}.keys() - [1]))
show(lambda: ({1: 0, 3: 0}.keys() ^ {1, 2}, [1, 9] - {1: 0}.keys(), {1: 2}.items() & {(1, 2), 5}))
show(lambda: ({1: 0}.keys() == {1}, {1: 0}.keys() <= {1, 2}, {1: 0, 2: 0}.keys() > {1}, {1: 0}.keys() != {1: 5}.keys()))
show(lambda: ({1: 2}.items() == {(1, 2)}, (1, 2) in {1: 2}.items(), (1, 3) in {1: 2}.items(), 5 in {1: 2}.items()))
show(lambda: ({1: 2}.keys().isdisjoint([2]), {1: 2}.keys().isdisjoint([1]), 2 in {1: 2}.values()))
show(lambda: (len({1: 2}.items()), {1: 2}.keys().mapping))
show(lambda: {**{'a': 1}, 'b': 2, **{'a': 3}})
