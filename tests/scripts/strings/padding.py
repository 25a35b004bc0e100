# center, ljust, rjust, zfill.
for width in range(1, 8):
    print("ab".center(width, "*"), "abc".center(width, "*"), "ab".ljust(width, "."), "é".rjust(width, "€"), "-7".zfill(width))
print("x".zfill(0), "".zfill(3), "+".zfill(3), "+-1".zfill(5))
for arguments in [("a",), (5, "ab"), (5, 1), (5, "")]:
    try:
        "x".center(*arguments)
    except TypeError as error:
        print(error)
