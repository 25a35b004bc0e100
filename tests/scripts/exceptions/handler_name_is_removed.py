error = "before"
try:
    raise ValueError
except ValueError as error:
    pass
try:
    error
except NameError as problem:
    print(problem)
