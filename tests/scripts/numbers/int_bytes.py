# to_bytes and from_bytes in both orders, signed and not.
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1024).to_bytes(4, "big", signed=True), (5).to_bytes())
print((2**100).to_bytes(13), (-(2**63)).to_bytes(8, "little", signed=True), (0).to_bytes(0), (-128).to_bytes(1, signed=True))
print(int.from_bytes(b"\x04\x00"), int.from_bytes(b"\x04\x00", "little"), int.from_bytes(b"\xff\xfe", signed=True), int.from_bytes(b""))
print(int.from_bytes([1, 2, 3]), int.from_bytes(range(10), "little"), int.from_bytes(b"\xff" * 20, "big", signed=True), int.from_bytes(b"\x80" + b"\0" * 15, signed=True))
for call in [lambda: (256).to_bytes(1), lambda: (-1).to_bytes(2), lambda: (128).to_bytes(1, signed=True), lambda: (-129).to_bytes(1, signed=True), lambda: (5).to_bytes(-1), lambda: (5).to_bytes(2, "middle"), lambda: int.from_bytes("a"), lambda: int.from_bytes(5), lambda: int.from_bytes([256]), lambda: int.from_bytes(b"", "x"), lambda: (1).to_bytes(0)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
