# A class that derives from bytes has attributes; its methods give plain bytes.
class Packet(bytes):
    def __new__(cls, data, kind="raw"):
        self = super().__new__(cls, data)
        self.kind = kind
        return self


packet = Packet(b"\x01\x02", kind="ping")
print(packet, packet.kind, len(packet), packet[0], type(packet[:1]), type(packet + b""), packet == b"\x01\x02", bytes(packet), type(bytes(packet)))
print(Packet.fromhex("0a"), type(Packet.fromhex("0a")), list(packet), {packet: 1}[b"\x01\x02"])
