from struct import pack, unpack

print(pack("5s", b"ab"), pack("2s", b"abcdef"), pack("0s", b"ab"), pack("s", b""))
print(pack("5p", b"ab"), pack("3p", b"abcdef"), pack("0p", b"ab"), pack("1p", b"ab"), pack("300p", b"a" * 280)[:3])
print(unpack("3s2p5p1p", b"abc\1d\4efgh\0"), unpack("5p", b"\xffefgh"), unpack("0s0p", b""))
print(unpack("3c", b"xyz"), pack("2c3x", b"a", b"b"), unpack("2x2b", b"..\1\2"))
