import math
import struct

nan, infinity = float("nan"), float("inf")
values = [nan, -nan, float("-nan"), math.nan, infinity - infinity, nan + 1, abs(-nan), math.copysign(nan, -1), float("nan")]
for value in values:
    print([struct.pack(">" + code, value).hex() for code in "efd"], math.copysign(1, value))
for code, octets in (("e", "fe00"), ("f", "ffc00000"), ("d", "fff8000000000000"), ("d", "7ff8000000000000")):
    (value,) = struct.unpack(">" + code, bytes.fromhex(octets))
    print(code, octets, struct.pack(">" + code, value).hex(), math.copysign(1, value))
many = [float("nan") for _ in range(100)]
print(len({struct.pack("d", value) for value in many}), len(set(many)))
view = memoryview(struct.pack("dd", nan, -nan)).cast("d")
print(view == view, view.tolist() == view.tolist(), view[0] == view[0], view.tobytes() == struct.pack("dd", *view))
