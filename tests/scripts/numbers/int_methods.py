print((255).to_bytes(2, "big"), (255).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xff", "little", signed=True))
print((10).bit_length(), (0).bit_length(), (-8).bit_length(), (7).bit_count(), (5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (6).as_integer_ratio(), (5).is_integer())
try:
    (256).to_bytes(1, "big")
except OverflowError as error:
    print(error)
