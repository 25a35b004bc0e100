# & | ^ ~ see integers as two's complement of unlimited width.
values = [0, 1, -1, 5, -5, 2**47, -2**47, 2**64 - 1, -2**64, 2**100 + 12345, -(2**100) - 12345]
for a in values:
    print(~a, [a & b for b in values[3:7]], [a | b for b in values[6:]], [a ^ b for b in values[4:9]])
