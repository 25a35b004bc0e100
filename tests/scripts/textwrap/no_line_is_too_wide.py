# since 3.14
from textwrap import wrap

for text, width in (('a bc "defghijkl', 5), ('a bc "defghijkl mno-pqr-stu', 5), ('"quoted" text-here (paren-thesis)', 6),
                    ("aaaaa bbbbbbbbbb", 5), ("a" * 12, 5), ("ab cdef-ghijklm", 3)):
    for options in ({}, {"break_on_hyphens": False}, {"break_long_words": False}, {"subsequent_indent": "  "},
                    {"drop_whitespace": False}):
        print(wrap(text, width, **options))
