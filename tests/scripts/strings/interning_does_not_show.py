a = "hello world"
b = "hello " + "world"
c = "".join(["hello", " ", "world"])
print(a == b == c, {a: 1}[c], hash(a) == hash(c), len({a, b, c}))
