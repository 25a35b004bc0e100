from collections import deque

d = deque("abc")
d.append("d")
d.appendleft("z")
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), list(d), list(reversed(d)))
d.extend("xy")
d.extendleft("12")
print(d, "x" in d, d.index("x"), d.count("a"))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.rotate(100)
d.insert(1, "i")
d.insert(-1, "j")
d.remove("c")
d.reverse()
del d[0]
d[1] = "set"
print(d, d.copy() == d, d.copy() is d, d.maxlen)
