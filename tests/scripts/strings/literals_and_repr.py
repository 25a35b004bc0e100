# repr chooses the quote that needs fewer escapes, and escapes what is not printable.
for text in ["plain", "it's", 'say "hi"', "both ' and \"", "tab\tnew\nline\\", "\x00\x1f\x7f", "é€😀", "\xa0\u2028\ud800"]:
    print(repr(text), ascii(text), len(text))
print(str("abc"), format("abc"), f"{'abc'!r:>8}|")
