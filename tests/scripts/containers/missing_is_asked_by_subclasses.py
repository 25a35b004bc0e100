class Counting(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
c = Counting()
print(c["ab"], c, c.get("z"), "z" in c)
