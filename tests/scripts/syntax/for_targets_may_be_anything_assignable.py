d = {}
for d["key"] in range(3):
    pass
print(d)
class Box: pass
box = Box()
for box.x, (box.y, *box.z) in [(1, (2, 3, 4))]:
    print(box.x, box.y, box.z)
row = [0, 0]
for row[1] in "ab":
    print(row)
