# Case mappings of text that is longer than any buffer they use, with characters of every kind of mapping.
words = "straße ÿ ĳ ŉ ΑΣ ὈΔΥΣΣΕΎΣ İstanbul ЖЁЛТЫЙ ёлка Ωmega ÷×µ ß ﬁsh ǆ ǅ ա և — „x“ 日本 𐐀𐐨 ꭰ Ⅷ ⅷ ª".split()
for size in (1, 7, 100):
    text = " ".join(words * size)
    for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold"):
        result = getattr(text, name)()
        print(size, name, len(result), sum(map(ord, result)), result[:80])
for size in (760, 761, 762, 763, 764, 765, 766, 767, 768, 769):
    text = "a" * size + "éßж"
    print(len(text.upper()), text.upper()[-6:], text.title()[-3:], text.lower() == text)
latin = "".join(map(chr, range(0x80, 0x600)))
for name in ("upper", "lower", "title", "swapcase"):
    print(name, getattr(latin, name)())
