# What is no name, with its position; named sequences are not characters.
sources = [
    r'"\N{foo}"', r'"\N{é}"', r'"é\N{é}x\N{foo}"', r'"\N"', r'"\N{"', r'"\N{}"', r'"\Nx"', r'"abc \N{DIGIT ONE"',
    r'f"\N{foo}"', r'f"\N{"', r'f"\N{}"', r'f"\N"', r'f"\N x"', r'f"\N{DIGIT ONE"', r'f"\N{a{b}"', r'f"\N{a"b}"',
    r'"\N{LATIN SMALL LETTER R WITH TILDE}"', r'"\N{KEYCAP DIGIT ONE}"', '"\\N{' + 'x' * 300 + '}"',
    'f"""\n{1}\\N{bad}"""', r'"\N{a{b}"', r'"\N{a"b"', r'"""\N{"""', r'f"""\N{"""', r'"\N{DIGIT ONE }"',
    r'"\N{ DIGIT ONE}"', r'"\N{DIGIT  ONE}"', r'"\N{\x41}"', r'"\N{CJK UNIFIED IDEOGRAPH-1234}"',
    r'"\N{CJK UNIFIED IDEOGRAPH-004E00}"', r'"\N{CJK COMPATIBILITY IDEOGRAPH-0F900}"', r'"\N{HANGUL SYLLABLE }"',
    r'"\N{HANGUL SYLLABLE X}"', r'"\N{HANGUL SYLLABLE GAGG}"', r'"\N{LATIN SMALL LETTER}"', r'"\N{A}"',
]
for source in sources:
    try:
        print(ascii(source), ascii(eval(source)))
    except SyntaxError as error:
        print(ascii(source), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
