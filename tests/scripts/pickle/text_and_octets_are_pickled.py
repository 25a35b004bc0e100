import pickle

values = ["", "a", "\xe9", "\u20ac", "\U0001f600", "\ud800", "a\nb\\c\r\x1a\0", "x" * 256, b"", b"\0\xff", b"x" * 256,
          bytearray(), bytearray(b"abc")]
for protocol in range(6):
    data = pickle.dumps(values, protocol)
    print(data)
    assert pickle.loads(data) == values
