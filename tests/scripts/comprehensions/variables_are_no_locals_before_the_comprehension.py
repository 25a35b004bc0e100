# locals() of a function sees those of a comprehension only while it runs.
names = ["a", "b"]


def leave(*values):
    return [value for value in values]


def function():
    global names
    print(sorted(locals()))
    print([name for name in names if name], [(lambda: other)() for other in names])
    print(sorted(locals()), [sorted(locals()) for third in "x"])


for _ in range(3):
    leave(*"values that are left on the stack")
    function()
