print(chr(65), chr(0x1F40D), ord("A"), ord("🐍"), ord(b"x"), hex(255), oct(8), bin(5), ascii("é\n"), repr("é"), repr(1.0), repr([None]))
for call in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(5), lambda: hex(1.5), lambda: chr("a")):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
