# since 3.14
# __getnewargs_ex__ gives positional and named arguments for __new__; what it returns is checked.
import copy


class Named:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.made_with = args, kwargs
        return self

    def __getnewargs_ex__(self):
        return (1, 2), {'key': 'value'}


made = copy.copy(Named())
print(made.made_with)
print(Named().__reduce_ex__(2)[0].__name__, Named().__reduce_ex__(4)[1][1:])
for wrong in 3, (), (1, {}), ((), 1), ((), {}):
    class Wrong(Named):
        def __getnewargs_ex__(self):
            return wrong
    try:
        print(len(Wrong().__reduce_ex__(2)[1]))
    except Exception as error:
        print(type(error).__name__, error)


class Plain(Named):
    __getnewargs_ex__ = None

    def __getnewargs__(self):
        return 3


class Plainer(Named):
    def __getnewargs__(self):
        return [1]


class Both(Named):
    def __getnewargs__(self):
        raise ValueError('not asked')


for cls in Plain, Both:
    try:
        print(copy.copy(cls()).made_with)
    except Exception as error:
        print(type(error).__name__, error)
