# str.encode: encodings and error handlers.
text = "aé€😀"
for encoding in ["utf-8", "utf-16", "utf-16-be", "utf-32-le", "utf-8-sig"]:
    print(encoding, text.encode(encoding), text.encode(encoding).decode(encoding) == text)
for errors in ["ignore", "replace", "backslashreplace", "xmlcharrefreplace"]:
    print(errors, text.encode("ascii", errors), text.encode("latin-1", errors))
print("\udc80x".encode("ascii", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"), "x".encode("U8"), "x".encode(errors="foo"))
for arguments in [("ascii",), ("latin-1",), ("foo",), ("ascii", "foo"), (1,)]:
    try:
        text.encode(*arguments)
    except (UnicodeEncodeError, LookupError, TypeError) as error:
        print(type(error).__name__, error)
try:
    "a\ud800\ud801".encode()
except UnicodeEncodeError as error:
    print(error, error.encoding, error.start, error.end, error.reason, ascii(error.object))
