import sys
total = 0
for i in range(2000):
    try:
        if i % 2:
            raise ValueError(i)
        total += [1][i]
    except ValueError as error:
        total += error.args[0]
    except IndexError:
        total += 1
print(total, sys.exception())
