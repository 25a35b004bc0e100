# float(text) is correctly rounded and takes Python's spelling.
for text in ["1", "-1.5", ".5", "5.", "1e5", "1E-5", " 2.5\n", "+3", "1_000.2_5", "1_0e1_0", "inf", "-Infinity", "nan", "1e400", "-1e400", "1e-400", "1" * 400, "0." + "0" * 400 + "1", "0" * 50 + "1.5", "9007199254740993", "9007199254740993.00000000000000000000000000000001", "2.2250738585072011e-308", "1e99999999999999999999", "0e99999999999999999999", "١.٥", "1e-99999999999999999999", "123456789" * 40 + "e-300"]:
    print(float(text), end=" ")
print()
for text in ["", " ", ".", "e5", "1e", "1e+", "1__0", "_1", "1_", "1_.5", "1._5", "0x10", "1,5", "1 2", "infin", "1e5\0", "--1", "nan(1)", b"1x", b"\xff", "١٫٥"]:
    try:
        print(float(text))
    except ValueError as error:
        print(error)
print(float(b" 1.5 "), float(), float(7), float(True))
