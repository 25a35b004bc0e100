# The methods and attributes of int.
for n in [0, 1, -1, 255, -256, 2**47, -(2**64), 2**100 - 1]:
    print(n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.is_integer(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator)
print((7).__add__(2), (7).__radd__(2), (7).__rsub__(2), (7).__add__("2"), (7).__floordiv__(2.0), (7).__divmod__(2), (2).__pow__(3), (2).__rpow__(3), (2).__pow__(3, 5))
print((5).__index__(), (5).__int__(), (5).__float__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__bool__(), (0).__bool__(), (5).__neg__(), (5).__invert__(), (5).__getnewargs__())
print(int.__add__(3, 4), (3).__eq__(3.0), (3).__lt__(4), (3).__hash__(), int.__repr__(12), format(12, "04"))
print(int(), int(True), int(-3.99), int(1e30), int("7"))
for call in [lambda: int.__add__("a", 1), lambda: int.bit_length("a"), lambda: (1).real.foo, lambda: int(base=10), lambda: int.__new__(str), lambda: 5 .bit_length(1)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__)
