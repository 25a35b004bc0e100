# \N{...} in literals: names, aliases, names by rule; upper or lower case. No field of an f-string begins there.
print("\N{DIGIT ONE}\N{digit two}", ascii("\N{Greek Small Letter Alpha}\N{GRINNING FACE}"))
print(ascii("\N{BELL}\N{ALERT}\N{NULL}\N{line feed}\N{ZWJ}\N{NO-BREAK SPACE}\N{BYZANTINE MUSICAL SYMBOL FTHORA SKLIRON CHROMA VASIS}"))
print(ascii("\N{CJK UNIFIED IDEOGRAPH-4E00}\N{CJK UNIFIED IDEOGRAPH-20000}\N{CJK COMPATIBILITY IDEOGRAPH-F900}"))
print(ascii("\N{HANGUL SYLLABLE A}\N{HANGUL SYLLABLE GAG}\N{HANGUL SYLLABLE GGWAELM}\N{HANGUL SYLLABLE YEO}"))
x = 7
print(f"{{\N{DIGIT ONE}{x}\N{DIGIT TWO}}}", f"{x:\N{DIGIT ZERO}>3}", f"{'\N{DIGIT NINE}'}", rf"\N{x}")
print(r"\N{DIGIT ONE}", b"\\N{DIGIT ONE}", "\\N{DIGIT ONE}", "a" "\N{DIGIT THREE}" 'b')
