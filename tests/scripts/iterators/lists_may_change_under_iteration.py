items = [1, 2, 3]
seen = []
for item in items:
    seen.append(item)
    if len(items) < 6:
        items.append(item * 10)
print(seen)
it = iter(items)
items.clear()
print(list(it))
items.append(1)
print(list(it))
for item in (items := [1, 2, 3, 4]):
    items.remove(item)
print(items)
