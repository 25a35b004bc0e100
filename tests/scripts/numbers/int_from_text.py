# int(text, base): spaces, signs, underscores, prefixes, digits of other scripts.
good = [("42",), (" -42\n",), ("+7",), ("1_000_000",), ("0_0",), ("ff", 16), ("0xFF", 16), ("0XfF", 0), ("0b101", 0), ("0o17", 0), ("z", 36), ("1010", 2), ("0_1",), ("١٢٣",), ("\u2003５\u3000",), ("0x_1f", 0), (b"12",), (b"0x1f", 16), ("123456789012345678901234567890",), ("-zzzzzzzzzzzzzzzzzzzzzzzzzz", 36), ("0b1", 16)]
for args in good:
    print(int(*args), end=" ")
print()
bad = [("",), (" ",), ("-",), ("1__0",), ("_1",), ("1_",), ("- 1",), ("1.5",), ("0x1f",), ("012", 0), ("0x", 16), ("2", 2), ("é",), (b"\xff",), (b"ab",), ("1\0",), ("a" * 300,), ("5", 1), ("5", 37), ("5", -1), (5, 10), (None,), ([],)]
for args in bad:
    try:
        print(int(*args))
    except Exception as error:
        print(type(error).__name__, error)
