# The methods and attributes of float.
for x in [0.0, 0.5, -1.25, 3.0, 1e20, 0.1]:
    print(x.is_integer(), x.as_integer_ratio(), x.real, x.imag, x.conjugate(), int(x), bool(x), -x, +x, abs(x))
print((1.5).__add__(2), (1.5).__radd__(2), (1.5).__rsub__(2), (1.5).__add__("a"), (1.5).__divmod__(1), (2.0).__pow__(3), (2.0).__rpow__(3), (1.5).__eq__("a"), (1.5).__getnewargs__())
print(2.0 ** 0.5, (-2.0) ** 2, (-8.0) ** 3, 0.0 ** 0, float("nan") ** 0, 1 ** float("nan"), float("inf") ** -1, (-1.0) ** float("inf"), 4 ** -0.5, 2 ** 0.5, 10 ** -2)
print(float.__getformat__("double"), (1.0).hex(), float.fromhex("0x1p4"))
