a = [1]
a.append(a)
d = {"a": a}
d["d"] = d
t = ([],)
t[0].append(t)
print(a, d, t)
b = [a, a]
print(b)
print({1: {}}, [[]], ({},), [()])
a.append(d)
print(a)
