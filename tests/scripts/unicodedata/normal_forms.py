# Decomposition, order of marks, composition.
import unicodedata as u

samples = ["", "abc", "é", "e\u0301", "e\u0323\u0301", "e\u0301\u0323", "\u212b", "\u1e9b\u0323", "ﬁ½²", "가각", "\u1100\u1161\u11a8",
           "\u1100\u1161\u11a7", "a\u05b0\u0301\u0591\u0300b", "\u0958", "\u0344", "\U0001d15e", "\ud800e\u0301", "\ufdfa", "\u09c7\u09be"]
for text in samples:
    for form in "NFC", "NFD", "NFKC", "NFKD":
        print(ascii(u.normalize(form, text)), u.is_normalized(form, text), end=" ")
    print()
print(len(u.normalize("NFC", "a" + "\u0301\u0323" * 5000)))
for form in "nfc", "NF", "", "NFX", "NFCC":
    try:
        u.normalize(form, "a")
    except ValueError as error:
        print(error)
