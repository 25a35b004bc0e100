# Counts up to 4294967294, of characters and groups, greedy, lazy and possessive.
import re

xs, abs_ = "x" * 300_000, "ab" * 150_000
for pattern in [
    "x{65535}", "x{65536}", "x{65537}", "x{0,100000}", "x{100000,}", "x{70000,200000}", "x{70000,200000}?", "x{70000,200000}+x",
    "x{4294967294}", "x{0,4294967294}", "x{,70000}", "[xy]{65536}", ".{100000}", r"\w{65536,}", "x{300001}", "x{200000,}y|x", "(?=x{65536})x",
    "x{100000}x{200000}$", "x{0,200000}?$", "x{150000,200000}x{100001}",
]:
    match = re.match(pattern, xs)
    print(pattern, match and match.span())
for pattern in [
    "(?:ab){70000,}", "(?:ab){70000}", "(ab){70000}", "(ab){70000,}", "(ab){0,70000}", "(ab){0,70000}?", "(?:ab|x){70000}", "(?:a|b){100000}",
    "(?>ab){66000}", "(?:ab){9000}", "(?i:AB){80000}", "(a)(?:b\\1){70000}", "(?:ab){1000,80000}a", "(ab){1,80000}+a", "((?:ab){70000})\\1", "(?:ab){150001}",
]:
    match = re.match(pattern, abs_)
    print(pattern, match and (match.span(), [match.span(i) for i in range(1, match.re.groups + 1)]))
for pattern in ["x{4294967295}", "x{4294967296}", "x{0,4294967295}", "x{99999999999999999999}", "x{3,2}", "x{70000,3}"]:
    try:
        re.compile(pattern)
    except (OverflowError, re.error) as error:
        print(pattern, type(error).__name__, error)
