import struct


class Header(struct.Struct):
    def __init__(self, name):
        super().__init__("<4sH")
        self.name = name


header = Header("h")
print(header, header.size, header.format, header.name, header.pack(b"OURO", 3), header.unpack(b"OURO\3\0"))
plain = struct.Struct(b">i")
print(plain, plain.format, plain.unpack_from(b"\0\0\0\0\7", 1), list(plain.iter_unpack(bytes(8))))
for attempt in (lambda: plain.pack(), lambda: plain.unpack(b""), lambda: plain.pack_into(), lambda: setattr(plain, "size", 1),
                lambda: struct.Struct(3)):
    try:
        attempt()
    except (struct.error, AttributeError, TypeError) as error:
        print(type(error).__name__, str(error).replace("_struct.Struct", "Struct"))
print(struct.error.__mro__, struct.error.__module__)
