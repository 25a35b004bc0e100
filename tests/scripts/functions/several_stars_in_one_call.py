def f(*args, **kwargs):
    return args, kwargs

print(f(*[1], 2, *(3, 4), **{"a": 1}, b=2, **{"c": 3}))
print(f(*"ab", *{}, **{}))
try:
    f(**{"a": 1}, **{"a": 2})
except TypeError as error:
    print(error)
