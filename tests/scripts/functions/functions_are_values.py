def apply(function, *args):
    return function(*args)

table = {"add": lambda a, b: a + b, "max": max, "upper": str.upper}
print(apply(table["add"], 1, 2), apply(table["max"], 3, 9), apply(table["upper"], "x"))
print(list(map(apply, [len, sum], ["abc", [1, 2]])))
