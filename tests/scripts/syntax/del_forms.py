a = 1
b = [1, 2, 3, 4, 5]
d = {"x": 1, "y": 2}
del a, b[0], d["x"]
print(b, d)
del b[1:3]
print(b)
del (d["y"]), [b]
print(d)
try:
    a
except NameError as error:
    print(error)
