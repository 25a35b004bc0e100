squares = (number * number for number in range(4))
print(str(squares).partition(" at 0x")[0])
print(list(squares), list(squares))
