import threading


class Numbered(threading.local):
    made = 0
    kind = "class attribute"

    def __init__(self, start):
        Numbered.made += 1
        self.number = start

    @property
    def double(self):
        return self.number * 2


plain, numbered = threading.local(), Numbered(5)
plain.x = 1
numbered.number = 6


def look():
    print(hasattr(plain, "x"), plain.__dict__, numbered.number, numbered.double, numbered.kind, Numbered.made)
    plain.x = 2
    del numbered.number
    print(plain.__dict__, numbered.__dict__)
    try:
        numbered.number
    except AttributeError as error:
        print(error)


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(plain.x, numbered.number, numbered.double, Numbered.made)
for action in (lambda: threading.local(1), lambda: setattr(plain, "__dict__", {}), lambda: delattr(plain, "y")):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
