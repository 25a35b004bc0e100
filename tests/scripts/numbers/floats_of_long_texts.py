# Of any length, in little time.
n = 20_000
texts = [
    "1" * n, "1." + "1" * n, "0." + "0" * n + "1e" + str(n), "1" + "0" * n + "e-" + str(n), "0" * n + "2.5", "." + "0" * n,
    "-" + "9" * n, "1" * 400 + "e-500", "1" * 4000 + "e-4100", "4" + "0" * 900 + "e-1224", "2" + "0" * 900 + "e-1224",
    "1e" + "9" * n, "1e-" + "9" * n, "0e" + "9" * n, "1e+" + "0" * n + "5", "1e-" + "0" * n + "5", "0" * n + ".e1",
    "1_0" * 5 + "0" * n + "e-" + str(n), "1e400", "1e-400", "1.7976931348623157e308", "1.7976931348623159e308", "5e-324",
    "2.4703282292062327e-324", "2.4703282292062328e-324", "00012.500", "1.e5", ".5E-1", "1E+05", "123456789012345678",
]
for text in texts:
    print(text[:12], len(text), float(text))

# Halfway between 2**53 and the next: what stands far behind decides.
for zeros in (0, 10, 700, 745, 752, 760, 790, 800, 900, 5000):
    half = "9007199254740993." + "0" * zeros
    print(zeros, float(half), float(half + "1"), float("9007199254740992.9" + "9" * zeros), float(half + "0" * 500))
# The longest halfway point there is, of 767 digits, and its neighbours: between 2**-1022 and the float below it.
digits = str((2**53 - 1) * 5**1075)
for tail in ("", "0" * 600, "0" * 600 + "1", "1"):
    print(float(f"{digits}{tail}e-{1075 + len(tail)}"))
print(float(f"{int(digits) - 1}e-1075"))
for bad in ("1" * n + "x", "1" * n + "e", "1" * n + "e+", "." + "e5", "1." + "1" * n + ".", "1e" + "1" * n + ".0", "1" * n + "__1"):
    try:
        float(bad)
        print("taken")
    except ValueError as error:
        print(str(error)[:50])
