import struct

print(struct.calcsize("9223372036854775800x"))
for attempt in (lambda: struct.pack("9223372036854775800x"), lambda: struct.pack("9223372036854775807s", b""),
                lambda: struct.unpack_from("i", b"1234", 2**63), lambda: bytes(2**63 - 1),
                lambda: b"a".ljust(2**63 - 1), lambda: (1).to_bytes(2**63 - 33, "big")):
    try:
        print(attempt())
    except OverflowError as error:
        print(error)
