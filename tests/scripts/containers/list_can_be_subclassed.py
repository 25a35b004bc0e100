class Names(list):
    def __init__(self, *names, upper=False):
        super().__init__(name.upper() if upper else name for name in names)

    def __repr__(self):
        return f"Names({super().__repr__()})"


n = Names("a", "b", upper=True)
n.append("c")
n.extra = 1
print(n, n.extra, type(n[:]), type(n + []), type(n * 2), type(n.copy()), n == ["A", "B", "c"], len(n), n[0])
