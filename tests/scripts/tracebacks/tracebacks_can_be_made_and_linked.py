# since 3.14
import sys
import types


def fail():
    raise ValueError("x")


frame = sys._getframe()
try:
    fail()
except ValueError as error:
    traceback = error.__traceback__
    made = types.TracebackType(traceback, frame, 4, 123)
    print(made.tb_next is traceback, made.tb_frame is frame, made.tb_lasti, made.tb_lineno)
    for bad in (made, traceback.tb_next):
        try:
            (traceback.tb_next or traceback).tb_next = made
        except ValueError as problem:
            print(problem)
    try:
        raise error.with_traceback(made)
    except ValueError as again:
        print([entry.tb_lineno for entry in (again.__traceback__, again.__traceback__.tb_next)] != [])
traceback.tb_next = None
print(traceback.tb_next)
for arguments in ((), (None, frame, 1), (3, frame, 1, 1), (None, 3, 1, 1), (None, frame, "x", 1), (None, frame, 1, 1, 1),
                  (None, frame, 1, 2**40)):
    try:
        types.TracebackType(*arguments)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(types.TracebackType(tb_next=None, tb_frame=frame, tb_lasti=0, tb_lineno=7).tb_lineno)
for value in (3, "x"):
    try:
        traceback.tb_next = value
    except TypeError as error:
        print(error)
try:
    del traceback.tb_next
except TypeError as error:
    print(error)
