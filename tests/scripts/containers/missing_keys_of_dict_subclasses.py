class Squares(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = key * key
        return self[key]


s = Squares({1: 1})
print(s[1], s[3], s[3], s.get(4), 5 in s, s)


class Broken(dict):
    def __missing__(self, key):
        raise LookupError(f"no {key}")


try:
    Broken()["a"]
except LookupError as error:
    print(type(error).__name__, error)


class Plain(dict):
    pass


p = Plain(a=1)
p.note = "text"
try:
    p["b"]
except KeyError as error:
    print(repr(error))
print(p, p.note, type(p | {}), type(p.copy()), p == {"a": 1}, isinstance(p, dict))
