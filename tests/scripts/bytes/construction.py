# bytes() of ints, iterables, text, objects with __bytes__.
class Blob:
    def __bytes__(self):
        return b"blob"


print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes("aé", "ascii", "replace"), bytes(Blob()), bytes(range(3)))
print(bytes.fromhex("00 ff 7f"), bytes.fromhex(""), b"a'b", b'"', b"\x00\t\n\\\xff", str(b"x"), bytes(b"same"))
for arguments in [(-1,), ([1, 300],), ([1, "a"],), ("a",), (b"a", "utf-8"), (1.5,), (2**63,), ([2**70],)]:
    try:
        bytes(*arguments)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for text in ["0g", "0 1", "é"]:
    try:
        bytes.fromhex(text)
    except ValueError as error:
        print(error)
