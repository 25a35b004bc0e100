# since 3.14
# reversed() takes what has __reversed__, or __getitem__ and __len__, and says what is missing.
class Items:
    def __getitem__(self, index):
        return index * 2


class Sized(Items):
    def __len__(self):
        return 3


class Failing(Items):
    def __len__(self):
        raise ZeroDivisionError('no length')


class Blocked(Sized):
    __reversed__ = None


for make in Items, Sized, Failing, Blocked, int, set, dict, object:
    try:
        print(make.__name__, list(reversed(make())))
    except Exception as error:
        print(make.__name__, type(error).__name__, error)
