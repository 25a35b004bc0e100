class Countdown:
    def __init__(self, n):
        self.n = n

    def __call__(self):
        self.n -= 1
        return self.n


print(list(iter(Countdown(5), 0)), type(iter(Countdown(1), 0)).__name__)


def stopping():
    raise StopIteration


print(list(iter(stopping, 0)))
