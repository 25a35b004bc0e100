# repr(float): the shortest digits that give the same number, with an exponent from 1e16 and below 1e-4.
for x in [0.0, -0.0, 1.0, 0.1, 1 / 3, 100.0, 123456789.125, 1e15, 9999999999999998.0, 1e16, 1.5e16, 1e22, 1e23, 1e100, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, 0.0001, 0.00012345, 0.00001, 1e-7, 2.5e-10, 4.35, 0.3, 2.675, 1e300 * 1e300, -1e300 * 1e300]:
    print(x, end=" ")
print(float("nan"), -float("nan"))
print([0.1 + 0.2, 1e21, 123456.0], str(1.0), f"{2.5}", repr(1e5))
