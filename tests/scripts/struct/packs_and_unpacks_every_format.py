import struct

values = {"x": (), "c": (b"z",), "b": (-5,), "B": (250,), "?": (True,), "h": (-300,), "H": (65000,), "i": (-7,), "I": (7,),
          "l": (-9,), "L": (9,), "q": (-(2**62),), "Q": (2**63,), "e": (1.5,), "f": (0.1,), "d": (0.1,), "s": (b"q",),
          "p": (b"",), "n": (-1,), "N": (1,), "P": (4096,)}
for order in "@=<>!":
    for code, arguments in values.items():
        try:
            octets = struct.pack(order + code, *arguments)
        except struct.error as error:
            print(order, code, error)
            continue
        print(order, code, struct.calcsize(order + code), octets, struct.unpack(order + code, octets))
