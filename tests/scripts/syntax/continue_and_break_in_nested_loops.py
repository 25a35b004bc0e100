for i in range(4):
    if i == 1:
        continue
    for j in range(4):
        if j == 2:
            break
        print(i, j)
    else:
        print("never")
i = 0
while i < 5:
    i += 1
    if i % 2:
        continue
    print("even", i)
