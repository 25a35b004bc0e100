print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p+0"), (-0.0).hex(), (2.5).real, (2.5).imag, (2.5).conjugate())
print(int(2.9), int(-2.9), float(5), float(True), float("5"), round(2.567, 2), round(1234.5, -2), round(2.675, 2), round(5), round(15, -1), round(25, -1), round(-1.5), round(0.5), round(1.5))
print(2.9.__floor__(), 2.1.__ceil__(), (-2.9).__trunc__(), abs(-1.5), (7.0).__divmod__(2.0))
