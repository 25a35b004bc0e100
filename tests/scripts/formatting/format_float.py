# format() of floats: all types, precision, grouping, the z and # options.
x = 1234.5678
for spec in ["", "f", ".2f", ".0f", "#.0f", "e", ".3e", "E", "g", ".3g", "#.6g", "G", "n", "%", ".1%", "10.2f", "<10.2f", "^10.1f", "010.1f", "+.1f", " .1f", ",.2f", "_.1f", "020,.2f", ".3", "10", ".0", "*>+12,.1f"]:
    print(f"{spec!r}: {format(x, spec)!r} {format(-x, spec)!r}")
for x in [0.0, -0.0, 1e16, 1e-5, 123456.0, 100000.0, 1.5, 2.5, 1e22, 5e-324, 1.7976931348623157e308, float("inf"), float("nan")]:
    print([format(x, spec) for spec in ["", ".6", ".7g", ".1f", "z.0f", "e", "08.2f", "F", "+g"]])
print(f"{0.1:.30f} {1e300:.3f} {5e-324:.10e} {-0.001:z.1f} {2.675:.2f} {0.5:.0f} {1.5:.0f} {1e15:,} {1234567.891:_}")
