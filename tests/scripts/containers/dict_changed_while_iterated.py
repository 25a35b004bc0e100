d = {1: 1, 2: 2}
for change in (lambda: d.update({len(d) + 5: 0}), lambda: d.popitem(), d.clear):
    try:
        for key in d:
            print(key)
            change()
    except RuntimeError as error:
        print(error)
    d = {1: 1, 2: 2}

for view in (d.keys(), d.values(), d.items(), reversed(d)):
    d[len(d) + 10] = 0
    it = iter(view)
    try:
        next(it)
        d[len(d) + 10] = 0
        next(it)
    except RuntimeError as error:
        print(error)
    try:
        next(it)
    except RuntimeError as error:
        print(error)

# The values may change.
d = {1: 1, 2: 2}
for key in d:
    d[key] = key * 10
print(d)
