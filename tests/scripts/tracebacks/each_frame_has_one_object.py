# since 3.14
import sys


def own():
    try:
        1 / 0
    except ZeroDivisionError as error:
        return error.__traceback__.tb_frame is sys._getframe()


def twice():
    frames = []
    for _ in range(2):
        try:
            own() and [][0]
        except IndexError as error:
            frames.append(error.__traceback__.tb_frame)
    return frames[0] is frames[1] is sys._getframe()


def deep(level):
    if level:
        return deep(level - 1)
    raise ValueError


def frames_of(error):
    found, traceback = [], error.__traceback__
    while traceback:
        found.append(traceback.tb_frame)
        traceback = traceback.tb_next
    return found


def dead():
    try:
        try:
            deep(2)
        except ValueError as error:
            error.first = frames_of(error)
            raise
    except ValueError as error:
        found = frames_of(error)
        return found[0] is sys._getframe(), len(set(found)), set(error.first) <= set(found)


def generator():
    try:
        yield 1
    except ValueError as error:
        yield error.__traceback__.tb_frame is sys._getframe()


print(own(), twice(), dead())
walker = generator()
next(walker)
print(walker.throw(ValueError()))
try:
    deep(1)
except ValueError as error:
    found = frames_of(error)
    print(found[0] is sys._getframe(), len(set(found)), frames_of(error) == found)
print([own() for _ in range(3)])
