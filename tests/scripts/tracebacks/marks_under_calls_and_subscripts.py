def f(*args, **kwargs): raise KeyError("deep")
values = [1, 2, 3]
print(sum(values), f(values[0],
                     key=len(values)))
