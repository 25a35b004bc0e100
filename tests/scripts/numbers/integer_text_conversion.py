print(int("42"), int(" -7 "), int("+5"), int("1_000"), int("ff", 16), int("0xff", 16), int("0b101", 0), int("z", 36), int("0o17", 8), int("-0"), int(b"12"), int("٣"))
print(hex(255), hex(-255), oct(8), bin(10), bin(-5), str(10 ** 30), hex(2 ** 70), int(hex(2 ** 70), 16) == 2 ** 70)
for text, base in (("", 10), ("x", 10), ("12a", 10), ("1__0", 10), ("_1", 10), ("0x", 16), ("9", 8), ("1", 1), ("1.5", 10)):
    try:
        int(text, base)
    except ValueError as error:
        print(error)
