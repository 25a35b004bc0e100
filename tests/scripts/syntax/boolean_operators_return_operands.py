print(0 or "right", "left" or 1 / 0, "" and 1 / 0, "a" and "b")
print(not "", not 1, None or [] or 0, 1 and [] and 2)
print(not 1 == 2, not (1, 2)[0] - 1)
