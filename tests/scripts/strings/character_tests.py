# The is...() methods on ASCII and on characters beyond it.
names = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "isnumeric", "isprintable", "isspace"]
for text in ["", "abc", "abc1", "12", "²", "Ⅷ", "一", "٣", " \t\x1c\xa0", "_x", "1x", "naïve", "x y", "\u200b", "ª"]:
    print(repr(text), [name for name in names if getattr(text, name)()])
