if (length := len("four")) > 3:
    print(length)
print([last := n * 2 for n in range(4)], last)
while (length := length - 1) > 1:
    print("left", length)
print((a := 1, b := 2), a + b)
