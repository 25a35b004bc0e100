import types

for attempt in (lambda: types.GenericAlias(origin=list, args=(int,)), lambda: types.GenericAlias(list),
                lambda: types.GenericAlias(list, int), lambda: types.GenericAlias(list, ()), lambda: types.GenericAlias()):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
