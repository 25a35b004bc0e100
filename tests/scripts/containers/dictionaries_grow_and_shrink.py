d = {}
for i in range(5000):
    d[i * 7] = i
for i in range(0, 5000, 3):
    del d[i * 7]
print(len(d), d[7], 21 in d, 14 in d, sum(d.values()), list(d)[:4])
for i in range(0, 5000, 3):
    d[f"s{i}"] = -i
print(len(d), sum(d.values()), d["s4998"], list(d)[-1])
d = {str(i): i for i in range(1000)}
print(d["999"], len(d), sum(d[str(i)] for i in range(1000)))
