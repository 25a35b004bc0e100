# Lengths and positions in text with runs of characters of one to four bytes.
for unit in ("é", "日", "😀", "aé", "日a", "a😀", "é日😀a"):
    for count in (1, 5, 8, 9, 31, 32, 33, 500, 1000, 5000):
        text = unit * count
        data = text.encode()
        again = data.decode()
        print(repr(unit), count, len(text), len(data), again == text, len(again), ascii(text[len(text) // 2]))
for bad in (b"\xc3", b"a\xc3a", b"\xe2\x82", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf0\x90\x80", b"\xf5", b"\xc0\x80"):
    for data in (bad, b"x" * 20 + bad + "é日".encode()):
        try:
            data.decode()
        except UnicodeDecodeError as error:
            print(error)
        print(ascii(data.decode("utf-8", "replace")), len(data.decode("utf-8", "ignore")))
for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16", "utf-32"):
    print(name, "aé日😀".encode(name), ("aé日😀" * 50).encode(name).decode(name) == "aé日😀" * 50)
