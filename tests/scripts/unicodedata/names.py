# Each name finds its character again, aliases and named sequences too.
import unicodedata as u

named = [c for c in map(chr, range(0x2ff0)) if u.name(c, None)]
print(len(named), all(u.lookup(u.name(c)) == c and u.lookup(u.name(c).title()) == c for c in named))
for c in "가힣\U0002f800\U0001b170\U00018b00\U000e0100\uffe6":
    print(u.name(c), u.lookup(u.name(c)) == c)
for name in "LF", "bell", "KEYCAP DIGIT ONE", "latin small letter r with tilde", "ZWNJ", "x" * 256, "x" * 257, "", "ł":
    try:
        print(name, ascii(u.lookup(name)))
    except KeyError as error:
        print(ascii(error))
print("ab\u0142\U0001f600\n\ud800\x7f\x80\ue000가".encode("ascii", "namereplace"))
print("\ud800\ud801é".encode("utf-8", "namereplace"), "é€".encode("latin-1", "namereplace"))
