# bool is an int; & | ^ of two bools are bools.
print(True + True, True * 10, -True, +False, ~int(True), True / 2, True // 1, 2 ** True, [10, 20][True])
print(True & False, True | False, True ^ True, True & 1, 2 | True, False ^ 3, True.__and__(True), True.__or__(0), True.__xor__("a"))
print(True == 1, False == 0.0, True < 2, hash(True), {True: "a"}[1], isinstance(True, int), bool.__mro__)
print(bool(), bool([]), bool("a"), bool(0.0), bool(2**70), repr(True), str(False), f"{True}", f"{True:d}", f"{True:>6}", "%d %s" % (True, True))
print(True.real, type(True.real), True.bit_length(), True.numerator, int(True), float(True), True.conjugate(), sum([True, False, True]))
for call in [lambda: bool(1, 2), lambda: bool.__new__(int)]:
    try:
        print(call())
    except TypeError as error:
        print("TypeError")
try:
    class Sub(bool):
        pass
except TypeError as error:
    print(error)
