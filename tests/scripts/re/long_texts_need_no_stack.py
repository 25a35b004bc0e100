# Loops over alternatives along a long text.
# no-stress: they take memory in proportion to the text
import re

for pattern, text in [
    ("(?:a|b|cc)*", "abcc" * 500_000), ("(?:a|b|c)*d", "abc" * 700_000), ("(a|b|cc)*", "abcc" * 500_000), ("(.|\\n)*", "ac\n" * 700_000),
    ("(.|\\n)*?Z", "ac\n" * 700_000 + "Z"), ('(?:[^"\\\\]|\\\\.)*"', "ac\\n" * 500_000 + '"'), ("((a)|(b))*c", "ab" * 1_000_000 + "c"),
]:
    match = re.match(pattern, text)
    print(pattern, match and match.span(), match and match.re.groups and match.span(1))
