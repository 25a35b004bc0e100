# An argument's __index__ runs a script while the defaults of the others lie ready.
class Number:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        first, second, third, fourth = "these", "take", "registers", "too"
        return [self.value, first, second, third, fourth][0]


print([(lambda v: "x".center(v))(Number(n)) for n in (2, 3)])
print((lambda v: "axbx".find("x", v))(Number(2)), (lambda v: [1, 2, 1].index(1, v))(Number(1)))
print((lambda v: "a b c".split(None, v))(Number(1)), (lambda v: int.to_bytes(5, v))(Number(2)))
print((lambda v: list(range(3, v)))(Number(6)), (lambda v: round(2.567, v))(Number(1)))


class Text(str):
    pass


print((lambda v: Text("x").rjust(v))(Number(3)), (lambda v: b"x".ljust(v))(Number(3)))
