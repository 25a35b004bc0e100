s = "aé🐍"
print(s.encode(), s.encode("utf-8"), "é".encode("latin-1"), "abc".encode("ascii"), b"a\xc3\xa9".decode(), b"\xe9".decode("latin-1"))
for call in (lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "a".encode("nope"), lambda: b"ab\xc3".decode("utf-8")):
    try:
        call()
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
print("é!".encode("ascii", "ignore"), "é".encode("ascii", "replace"), b"a\xff".decode("utf-8", "replace"), b"a\xffb".decode(errors="ignore"))
