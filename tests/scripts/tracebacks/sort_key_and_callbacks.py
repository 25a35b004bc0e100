def key(x):
    return x.nothing

print(sorted([1], key=key))
