# Encodings of units of one, two and four bytes: long text, and text that their error handlers stop in at every place.
pieces = ("a", "é", "日", "😀", "aé日😀b", "x" * 511 + "é", "é" * 300, "日" * 256 + "😀", "😀" * 200)
for text in pieces:
    for name in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"):
        data = (text * 3).encode(name)
        print(name, len(data), sum(data) % 65521, data.decode(name) == text * 3)
    for name in ("latin-1", "ascii"):
        for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
            data = (text * 3).encode(name, handler)
            print(name, handler, len(data), sum(data) % 65521, data[:30])
        try:
            print(len((text * 3).encode(name)))
        except UnicodeEncodeError as error:
            print(error.start, error.end, error.reason)
for size in (254, 255, 256, 257, 510, 511, 512, 513):
    text = "a" * size + "\ud800" + "b"
    for name in ("utf-16-le", "utf-32-be", "latin-1"):
        try:
            text.encode(name)
        except UnicodeEncodeError as error:
            print(name, error.start, error.end, error.reason)
        print(len(text.encode(name, "ignore")), len(text.encode(name, "replace")))
    for name, bad in (("utf-16-le", b"\x00\xdc"), ("utf-16-be", b"\xd8\x00\x00a"), ("utf-32-le", b"\x00\x00\x11\x00")):
        data = ("é" * size).encode(name) + bad + "z".encode(name)
        try:
            data.decode(name)
        except UnicodeDecodeError as error:
            print(name, error.start, error.end, error.reason)
        print(ascii(data.decode(name, "replace")[-4:]), len(data.decode(name, "ignore")), len(data[:-1].decode(name, "ignore")))
print(len(bytes(range(256)).decode("latin-1")), bytes(range(256)).decode("latin-1").encode("latin-1") == bytes(range(256)))
print((bytes(range(256)) * 5).decode("latin-1")[250:262])
