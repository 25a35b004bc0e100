# A right operand's reflected method goes before the concatenation of sequences, whatever kind of function it is.
class Measured:
    __radd__ = len
    __rmul__ = len


class Number(int):
    __radd__ = max
    __rmul__ = max


class Row(list):
    __radd__ = len


for left in ("ab", [1, 2], (1, 2), b"ab", bytearray(b"ab")):
    print(left + Measured(), left * Measured(), left + Number(3), left * Number(3))
    left += Measured()
    print(left)
print([1, 2, 3] + Row([1]), (1,) + Row([1]), [1] + list.__new__(type("Plain", (list,), {})))
