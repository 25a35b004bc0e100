d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as error:
    print(error)
d = {1: 1, 2: 2}
try:
    for k in d:
        del d[k]
        d[k + 5] = 0
        d[k + 6] = 0
except RuntimeError as error:
    print(error)
for k in list(d):
    del d[k]
print(d)
