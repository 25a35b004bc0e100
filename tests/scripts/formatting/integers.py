n = 1234567
print(f"{n:d} {n:,} {n:_} {n:x} {n:X} {n:#x} {n:b} {255:#b} {n:o} {n:#o} {65:c} {n:n}")
print(f"{42:5}|{42:<5}|{42:^5}|{42:>5}|{42:05}|{-42:05}|{42:+}|{42: }|{-42:=+7}|{42:*^9}|{-42:_>8}")
print(f"{n:>15,}|{n:015,}|{0xdeadbeef:_x}|{10**30:,}|{True:d}|{n:e}|{n:.2f}|{5:%}|{7:g}")
for spec in (".3d", "s", ",x", "c,", "q"):
    try:
        format(5, spec)
    except ValueError as error:
        print(error)
