# since 3.14
import copy
import traceback


def outer():
    kept = 3

    def function(first, second=2):
        local = first + second + kept
        if local < 0:
            raise ValueError(local)
        return local

    return function


function = outer()
code = function.__code__
other = code.replace(co_name="name", co_qualname="qualified.name", co_filename="other.py", co_firstlineno=1001)
print(other.co_name, other.co_qualname, other.co_filename, other.co_firstlineno, code.co_name, code.co_firstlineno)
function.__code__ = other
print(function(1), function(1, 1))
try:
    function(-10)
except ValueError as error:
    print([(frame.filename, frame.lineno, frame.name) for frame in traceback.extract_tb(error.__traceback__)][1:])
renamed = code.replace(co_varnames=("a", "b", "c"), co_freevars=("d",))
print(renamed.co_varnames, renamed.co_freevars, code.co_varnames)
function.__code__ = renamed
print(function(1), function(a=1, b=5))
print(code.replace().co_name, copy.replace(code, co_name="copied").co_name)
same = code.replace(co_argcount=code.co_argcount, co_consts=code.co_consts, co_flags=code.co_flags, co_code=code.co_code)
print(same.co_argcount, same.co_name)
for changes in ({"co_foo": 1}, {"co_name": 3}, {"co_filename": None}, {"co_varnames": [1]},
                {"co_firstlineno": "x"}):
    try:
        code.replace(**changes)
    except (TypeError, ValueError) as error:
        print(error)
