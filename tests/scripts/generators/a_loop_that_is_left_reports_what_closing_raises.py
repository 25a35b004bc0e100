# As when a dropped generator is closed: what that raises goes to standard error, the loop's exception goes on.
import io
import sys

sys.stderr = io.StringIO()

def stubborn():
    try:
        yield 1
    finally:
        yield 2

def failing():
    try:
        yield 1
    finally:
        raise KeyError("lost")

for generator in stubborn, failing:
    try:
        for item in generator():
            raise ValueError(item)
    except ValueError as error:
        print(repr(error), error.__context__)
    for item in generator():
        break
    print("left")
for line in sys.stderr.getvalue().splitlines():
    if line[0] in "GKR":
        print(line)
