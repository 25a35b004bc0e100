# round(int, digits) rounds half to even multiples of the power of ten.
for n in [0, 4, 5, 15, 25, 35, -15, -25, 149, 150, 151, 12345, 10**30 + 5 * 10**9]:
    print([round(n, d) for d in [2, 0, -1, -2, -10]])
print(round(7), round(-7), round(2**100, -25), round(5, -10**6), (15).__round__(-1))
try:
    round(5, 1.5)
except TypeError as error:
    print(error)
