row = list(range(10))
row[2:5] = ["a"]
print(row)
row[1:1] = [8, 9]
row[-2:] = []
row[::3] = "xyz"
print(row)
row[:] = range(5)
del row[::2]
print(row)
row[5:1] = ["gap"]
row[None:None:-1] = [1, 2, 3]
print(row)
try:
    row[::2] = [1]
except ValueError as error:
    print(error)
try:
    row[0:1] = 5
except TypeError as error:
    print(error)
