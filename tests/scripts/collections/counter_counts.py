from collections import Counter

c = Counter("abracadabra")
print(c, c.most_common(2), c.most_common(), c["z"], c.total(), sorted(c.elements()))
c.update("aaz")
c.subtract({"b": 5})
print(c, +c, -c)
a, b = Counter(x=3, y=1), Counter(x=1, y=2, z=1)
print(a + b, a - b, a | b, a & b, a == b, a <= b, a < a + b, a != b, Counter(x=0) == Counter())
a += b
print(a)
a -= Counter(x=10)
print(a)
a |= b
a &= Counter(y=2, z=9)
print(a)
del a["nothing"]
print(Counter(), Counter([1, 1, 2]), Counter({"a": 2}, b=3), Counter(a=1).copy(), type(Counter() + Counter()))
print(Counter({"a": "x", "b": 2}), Counter(a=1) == {"a": 1}, Counter([(1, 2), (1, 2)]), list(Counter("ba")))
print(Counter("hello").most_common(1), Counter().most_common(3), max(Counter("abb"), key=Counter("abb").get))
for use in (lambda: Counter.fromkeys("ab"), lambda: Counter(5), lambda: Counter([[]]), lambda: Counter() + 1):
    try:
        print(use())
    except Exception as error:
        print(type(error).__name__, error)


class Small(Counter):
    pass


print(Small("aab"), type(Small("a").copy()), type(Small("a") + Small("b")))
words = Counter()
for word in "the cat the dog the end".split():
    words[word] += 1
print(words)
