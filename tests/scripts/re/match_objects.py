# Match objects: groups, positions, expand.
import re

match = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?", "on 2024-05 é 2025-06-07")
print(match, match.group(), match.group(1, "month"), match["year"], match[0], match.groups(), match.groups("x"), match.groupdict())
print(match.start(), match.end("month"), match.span(2), match.span(3), match.lastindex, match.lastgroup, match.pos, match.endpos)
print(match.expand(r"\2/\g<year>\n"), match.re.pattern, match.string, match.regs, bool(match))
match = re.match("(a)|b", "b")
print(match, match.groups(), match.lastindex, match.start(1))
print(re.match("é(.)", "é😀x").span(1), re.compile("x").search("ééx").span(), re.search("(?<=é)x", "ééx").start())
for function in [lambda: match.group(2), lambda: match["x"], lambda: match.start("x"), lambda: match.group(1.5)]:
    try:
        function()
    except IndexError as error:
        print(error)
