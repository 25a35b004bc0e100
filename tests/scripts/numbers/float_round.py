# round() of floats is correctly rounded from the exact value, ties to even.
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2))
print(round(1234.5678, -2), round(1250.0, -2), round(1350.0, -2), round(5e-324, 400), round(1e308, -308), round(123.456, 400), round(123.456, -400))
print(round(1e22), round(-2.5), round(4503599627370497.5), round(0.49999999999999994), round(1e16 + 2.0), type(round(1.5)), type(round(1.5, 0)), round(-0.4, 0), round(float("inf"), 2), round(float("nan"), 1))
import math
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), (2.5).__floor__(), (2.5).__ceil__(), (2.5).__round__(), (1e30).__trunc__())
