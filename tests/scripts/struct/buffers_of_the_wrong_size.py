import struct

attempts = [
    lambda: struct.pack("2i", 1), lambda: struct.pack("x", 1), lambda: struct.pack(), lambda: struct.unpack("i", b"abc"),
    lambda: struct.unpack("i", 3), lambda: struct.unpack("i", "abcd"), lambda: struct.unpack_from("i", b"abcd", 1),
    lambda: struct.unpack_from("i", b"abcd", -1), lambda: struct.unpack_from("i", b"abcd", -5),
    lambda: struct.unpack_from("i", b"abcd", 9), lambda: struct.unpack_from("i", b"abcd", 2**63 - 1),
    lambda: struct.iter_unpack("h", b"abc"), lambda: struct.iter_unpack("", b""), lambda: struct.pack_into("i"),
    lambda: struct.pack_into("i", b""), lambda: struct.pack_into("i", b"abcd", 0), lambda: struct.pack_into("i", b"abcd", 0, 1),
    lambda: struct.pack_into("i", None, 0, 1),
]
for attempt in attempts:
    try:
        print(attempt())
    except (struct.error, TypeError) as error:
        print(type(error).__name__, error)
print(struct.unpack_from("i", b"abcd", -4), struct.unpack_from("<h", b"abcdef", offset=2), struct.unpack_from(">h", buffer=b"ab"))
