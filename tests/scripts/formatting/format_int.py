# format() of integers: bases, signs, padding, grouping.
for spec in ["", "d", "5", "<5", "^5", ">5", "05", "+", " ", "+05d", "*^9", "=+6", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010x", "_b", "_x", ",", "_", "015,", "n", "e", ".2f", "%", "g", "c", "é>4", "0<4"]:
    print(f"{spec!r}: {format(42, spec)!r} {format(-42, spec)!r}" if spec != "c" else format(42, spec))
print(format(2**100, ","), format(-(2**70), "_x"), format(10**20, "030,d"), format(True, "d"), format(True, ""), format(0, ",d"), format(0x1F600, "c"))
