from collections import deque


class Emptying:
    def __index__(self):
        target.clear()
        return 3


def assign_slice():
    target[0 : Emptying()] = [7]


def delete_slice():
    del target[Emptying() :]


def assign():
    target[Emptying()] = 1


def delete():
    del target[Emptying()]


for make in (list, deque):
    for action in (
        lambda: target[Emptying()],
        lambda: target[Emptying() :],
        lambda: target[0:5:Emptying()],
        assign_slice,
        delete_slice,
        assign,
        delete,
        lambda: target.insert(Emptying(), 1),
        lambda: target.pop(Emptying()),
        lambda: target * Emptying(),
    ):
        target = make([1, 2, 3, 4, 5])
        try:
            print(action(), target)
        except (IndexError, TypeError, AttributeError) as error:
            print(type(error).__name__, error)
