# bytes.decode: encodings, faults, error handlers.
print(b"caf\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"\xff\xfea\x00".decode("utf-16"), b"\x00a".decode("utf-16-be"))
bad = b"a\xffb\xe1\x80z"
for errors in ["ignore", "replace", "backslashreplace", "surrogateescape"]:
    print(errors, ascii(bad.decode("utf-8", errors)), ascii(bad.decode("ascii", errors)))
print(bad.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == bad)
for data, encoding in [(b"\xff", "ascii"), (b"a\xff", "utf-8"), (b"\xe1\x80", "utf-8"), (b"\xed\xa0\x80", "utf-8"), (b"x", "foo"),
                       (b"a", "utf-16"), (b"\x00\xdc", "utf-16-le"), (b"abc", "utf-32")]:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        print(type(error).__name__, error)
