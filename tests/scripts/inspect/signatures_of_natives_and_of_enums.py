# inspect.signature of what makes and calls objects of native types, of enumerations, and of callable natives.
import datetime
import enum
import inspect
import os
import types


class Color(enum.Enum):
    RED = 1


for function in (int.__new__, list.__init__, object.__init__, BaseException.__new__, Color, enum.Enum, enum.StrEnum,
                 enum.EnumCheck, exit, types.FunctionType, datetime.date.ctime, datetime.datetime.utcoffset, os.write):
    print(inspect.signature(function))


def plain(*, key=1):
    return key


print(types.FunctionType(plain.__code__, {}, kwdefaults={"key": 2})())
