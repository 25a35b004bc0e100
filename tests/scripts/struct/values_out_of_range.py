import struct

for code in "bBhHiIlLqQnNP":
    size = struct.calcsize(code) * 8
    for number in (2**size, -(2 ** (size - 1)) - 1, 2**100, 1.5, None):
        try:
            print(code, struct.pack(code, number))
        except struct.error as error:
            print(error)
for code, value in (("c", b"ab"), ("c", "a"), ("s", "a"), ("p", 1), ("f", "1"), ("d", None), ("<l", 2**31), (">L", -1)):
    try:
        print(code, struct.pack(code, value))
    except struct.error as error:
        print(error)
