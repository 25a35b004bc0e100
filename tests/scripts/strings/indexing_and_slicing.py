s = "abcdef"
print(s[0], s[-1], s[1:3], s[:2], s[4:], s[::2], s[::-1], s[-3:-1], s[5:1:-2], s[10:], repr(s[3:3]))
for i in (6, -7):
    try:
        s[i]
    except IndexError as error:
        print(error)
try:
    s[0] = "x"
except TypeError as error:
    print(error)
