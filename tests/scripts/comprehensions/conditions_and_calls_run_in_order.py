def show(tag, value):
    print(tag, value)
    return value
print([show("item", x) for x in show("source", [1, 2, 3]) if show("test", x) != 2])
print({show("key", k): show("value", k + 1) for k in [1]})
