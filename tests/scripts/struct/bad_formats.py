import struct

for text in ("3", "i3", "3 i", "z", "<n", "!P", "@@i", "i@", "-1i", "i\0", "é", b"\xff", "99999999999999999999s",
             "9223372036854775807q", "9223372036854775807s1s", 1, None):
    try:
        print(struct.calcsize(text))
    except (struct.error, TypeError, UnicodeEncodeError) as error:
        print(type(error).__name__, error)
print(struct.calcsize("9223372036854775807s"), struct.calcsize(b"<i"))
