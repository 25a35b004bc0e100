# since 3.14
# Conversions between text and integers stop at 4300 decimal digits; powers of two as base have no limit.
import sys
print(len(str(10**4299)), len(hex(10**10000)), len(bin(2**20000)), int("1" * 5000, 16) > 0)
for convert in [lambda: str(10**4300), lambda: int("1" * 4301), lambda: f"{10**4300}", lambda: "%d" % 10**4300, lambda: repr([10**5000]), lambda: int("0" * 4301), lambda: int("1_" * 4301 + "1")]:
    try:
        print(len(convert()))
    except ValueError as error:
        print(error)
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(5000)
print(len(str(10**4500)))
sys.set_int_max_str_digits(0)
print(len(str(10**20000)), int("9" * 6000) == 10**6000 - 1)
try:
    sys.set_int_max_str_digits(100)
except ValueError as error:
    print(error)
