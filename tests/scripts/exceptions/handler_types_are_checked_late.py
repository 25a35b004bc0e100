try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error)
try:
    pass
except undefined_name:
    pass
print("not evaluated")
