print(True + True, True * 5, False - 1, True == 1, isinstance(True, int), [10, 20][True], {1: "one"}[True], sum([True, False, True]), True & False, True | 1, True ^ True, type(True & True).__name__, type(True & 1).__name__)
print(bool(""), bool("0"), bool(0.0), bool([]), bool([0]), bool(None), str(True), repr(False), f"{True}", True < 2, int(False), not True)
