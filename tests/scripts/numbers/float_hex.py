# float.hex and float.fromhex are exact.
for x in [0.0, -0.0, 1.0, -1.5, 255.9375, 0.1, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, float("inf"), float("nan")]:
    print(x.hex(), float.fromhex(x.hex()) == x)
for text in ["0x1.8p3", " -0x.8P-3 ", "1.8", "ff", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.fffffffffffff7p1023", "Infinity", "-inf", "0x0p99999999999999999999", "0x1p-99999999999999999999"]:
    print(float.fromhex(text), end=" ")
print()
