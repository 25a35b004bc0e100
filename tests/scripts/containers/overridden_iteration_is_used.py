class Even(list):
    def __iter__(self):
        return (i for i in super().__iter__() if i % 2 == 0)

    def __contains__(self, item):
        return item == "magic"


e = Even([1, 2, 3, 4])
print(list(e), "magic" in e, 2 in e, [*e], tuple(e), sorted(e), sum(e))
