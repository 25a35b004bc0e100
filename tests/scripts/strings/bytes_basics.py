b = b"hello\x00\xff'\""
print(b, len(b), b[0], b[1:3], b[::-1], list(b[:3]), b"l" in b, 108 in b, b.find(b"l"), b.count(b"l"))
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), b"a" + b"b", b"ab" * 2, b"a" < b"b")
print(b"a,b".split(b","), b",".join([b"x", b"y"]), b" x ".strip(), b"abc".upper(), b"abc".replace(b"b", b"--"), b"abc".startswith(b"a"))
print(b"\x01\xab".hex(), bytes.fromhex("01 ab"), b"a\nb".splitlines(), b"x".rjust(3), b"%d-%s" % (5, b"z"))
for call in (lambda: bytes([256]), lambda: bytes("x"), lambda: b"a" + "b", lambda: b"abc"[5]):
    try:
        call()
    except (ValueError, TypeError, IndexError) as error:
        print(error)
