from struct import calcsize, pack, unpack

for text in ("bi", "=bi", "bq", "qb", "qb0q", "b0i", "i0q", "bhbibq", "xxh", "3xi", "bd", "b?e", "0s3i", "  b  i ", "", "@", "5s2p"):
    print(repr(text), calcsize(text))
print(pack("bi", 1, 2), pack("<bi", 1, 2), pack(">bi", 1, 2), unpack("bhi", pack("bhi", -1, -2, -3)))
