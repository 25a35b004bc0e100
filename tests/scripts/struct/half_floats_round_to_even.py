from struct import error, pack, unpack

for number in (0.0, -0.0, 1.0, 65504.0, 65519.99, 2.0**-14, 2.0**-24, 2.0**-25, 2.0**-25 * 1.01, 0.1, 2049.0, 2051.0, float("inf")):
    octets = pack("<e", number)
    print(number, octets, unpack("<e", octets)[0])
for text, number in (("e", 65520.0), (">f", 1e39), ("<e", 70000), ("f", 10**400)):
    try:
        print(pack(text, number))
    except (error, OverflowError) as failure:
        print(type(failure).__name__, failure)
print(pack("f", 1e39), [unpack("<f", pack("<f", x))[0] for x in (0.1, 1e-45, 3.4028235677973362e38)])
