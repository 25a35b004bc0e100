for s in ("abc", "123", "a1", "", " ", "½", "²", "Ⅷ", "_x", "1x", "é", "\n", "日本"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isidentifier(), s.isprintable(), s.isascii())
