x = 5
def f():
    globals()["made"] = "by name"
    return "x" in globals(), globals()["__name__"]
print(f(), made, globals()["x"])
globals()["x"] = 6
print(x)
