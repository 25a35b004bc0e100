# The methods that bytes shares with str, on octets and ASCII.
print(b"abcabc".find(b"c"), b"abcabc".rfind(b"c"), b"abc".find(99), b"aaa".count(b"a"), b"abc".index(b"b", 1), b"abc".count(b""))
print(b" a b ".split(), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1), b"a\nb\r\nc".splitlines(), b"k=v".partition(b"="))
print(b",".join([b"a", b"b"]), b"xax".strip(b"x"), b" a ".strip(), b"aa".replace(b"a", b"b", 1), b"ab".replace(b"", b"-"))
print(b"aB1".upper(), b"aB1".lower(), b"aB1".swapcase(), b"a b".title(), b"aB".capitalize(), b"\xe9".upper())
print(b"a".center(5), b"a".ljust(3, b"."), b"a".rjust(3), b"-1".zfill(4), b"a\tb".expandtabs(4), b"x.y".removesuffix(b".y"))
print(b"abc".isalpha(), b"1".isdigit(), b" ".isspace(), b"A".isupper(), b"Ab".istitle(), b"\xff".isascii(), b"a1".isalnum())
print(b"abc".translate(bytes.maketrans(b"a", b"z"), b"c"), b"abc".startswith((b"x", b"a")), b"abc".endswith(b"c"))
print(b"\x01\xab".hex(), b"abcdef".hex(":"), b"abcdefg".hex("_", 3), b"abcdefg".hex("_", -3))
for function in [lambda: b"a".find("a"), lambda: b"a".index(b"x"), lambda: b"a".split("a"), lambda: b"a".split(b""),
                 lambda: b"a".join(["a"]), lambda: b"a".startswith("a"), lambda: b"a".center(3, "x"), lambda: b"a".hex("::"),
                 lambda: b"a".translate(b"x"), lambda: b"a".replace("a", b"b")]:
    try:
        function()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
