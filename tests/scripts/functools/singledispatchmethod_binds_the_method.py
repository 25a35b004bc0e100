from functools import *


class Formatter:
    @singledispatchmethod
    def format(self, value):
        return "?"

    @format.register
    def _(self, value: int):
        return f"i{value}"

    @format.register(str)
    def _(self, value):
        return f"s{value}"


print(Formatter().format(1), Formatter().format("x"), Formatter().format(None))
