row = [3, 1, 2]
row.append(5); row.extend((6, 7)); row.insert(0, "first"); row.insert(-1, "near end"); row.insert(99, "end")
print(row, row.pop(), row.pop(0), row.index(5), row.count(1))
row.remove("near end")
row.reverse()
print(row, len(row))
row.sort(reverse=True)
copy = row.copy()
row.clear()
print(row, copy, copy == [7, 6, 5, 3, 2, 1], copy is not row)
for call in (lambda: [].remove(1), lambda: [1].pop(5), lambda: [1, "a"].sort()):
    try:
        call()
    except (ValueError, IndexError, TypeError) as error:
        print(error)
