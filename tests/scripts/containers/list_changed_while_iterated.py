row = [1, 2, 3]
for x in row:
    if x < 3:
        row.append(x + 10)
print(row)
row = [1, 2, 3, 4]
for x in row:
    row.remove(x)
print(row)
