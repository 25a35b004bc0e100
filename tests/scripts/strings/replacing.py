# replace, strip, removeprefix, translate, expandtabs.
print("aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "ñañ".replace("ñ", "nn"))
print("abab".replace("ab", ""), "abc".replace("x", "y"), "aa".replace("a", "b", count=1), "aa".replace("a", "b", 0))
print(["  x ".strip(), "xxaxx".strip("x"), "xyaxy".lstrip("yx"), "aé😀".rstrip("😀é"), "\xa0\u2003a\x1f".strip()])
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removeprefix("y"), "a\tb\n\tc".expandtabs(4))
table = str.maketrans({"a": "1", "b": None, ord("c"): 0x263A})
print("abcd".translate(table), "hello".translate(str.maketrans("el", "ip", "o")), str.maketrans("ab", "xy", "z"))
for arguments in [("a", "bc"), (1,), ({"ab": 1},), ({1.5: 1},), (1, "a"), ("a", 1)]:
    try:
        str.maketrans(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for table in [{97: -1}, {97: 1.5}, 1]:
    try:
        "a".translate(table)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
