import struct

records = struct.iter_unpack("<hb", b"\1\0\2\3\0\4")
print(records.__length_hint__(), next(records), records.__length_hint__(), list(records), next(records, "end"), iter(records) is records)
print([size for (size,) in struct.iter_unpack(">I", bytes(range(12)))])
