# The `__builtins__` of globals, a module or a dict, are where code that runs in them looks for what they lack.
import builtins
import types


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


def length():
    return len([1])


class Guessing(dict):
    def __missing__(self, key):
        return "guessed " + key


own = {"__builtins__": {"len": lambda items: "own"}}
attempt(lambda: eval("len([1])", {"__builtins__": {}}))
attempt(lambda: eval("len([1])", {"__builtins__": builtins}))
attempt(lambda: eval("len([1])", dict(own)))
attempt(lambda: eval("(lambda: len([1]))()", dict(own)))
attempt(lambda: exec("class A: pass", {"__builtins__": {}}))
attempt(lambda: exec("raise ValueError", {"__builtins__": {}}))
attempt(lambda: exec("import os", {"__builtins__": {}}))
attempt(lambda: exec("exec('len', {})", {"__builtins__": {"exec": exec}}))  # the running code's are handed on
function = types.FunctionType(length.__code__, own)
attempt(function)
attempt(length)
attempt(types.FunctionType(length.__code__, {}))
print(function.__builtins__ is own["__builtins__"], length.__builtins__["len"] is len)
attempt(lambda: eval("name", {"__builtins__": Guessing()}))
attempt(lambda: eval("(lambda: name)()", {"__builtins__": Guessing()}))
