from typing import Generator

Ticks = Generator[int, int, None]

def launch(seconds) -> Ticks:
    while seconds > 0:
        more = yield seconds
        seconds -= 1
        if more is not None:
            seconds += more

print(Ticks)
rocket = launch(1)
print(next(rocket))
print(rocket.send(5))
print(list(rocket))
