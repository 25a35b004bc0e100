# since 3.14
# Some builtins have none: what they take cannot be said so.
import inspect

for function in print, len, sorted, sum, pow, open, str.split, "".split, list, list.sort, zip, isinstance, [].append:
    print(function.__name__, inspect.signature(function))
for function in int, str, dict, range, max, getattr, iter, type, bytes, slice, dir:
    try:
        print(inspect.signature(function))
    except ValueError:
        print(function.__name__, "has none")
