# Which characters match each other under IGNORECASE, with and without ASCII.
import re

for pattern, text, flags in [
    ("\ufb05", "\ufb06", re.I), ("i", "\u0131", re.I), ("i", "\u0130", re.I), ("\u0130", "I", re.I), ("[a-z]", "\u0131", re.I),
    ("[^a-z]", "\u0131", re.I), ("[I-J]", "\u0130", re.I), ("(?i:i)", "\u0131", 0), ("(?-i:i)", "\u0131", re.I), ("\u0390", "\u1fd3", re.I),
    ("\u1fe3", "\u03b0", re.I), ("\u00df", "\u1e9e", re.I), ("\u017f", "S", re.I), ("k", "\u212a", re.I), ("\\x69", "\u0131", re.I),
    ("i{3}", "iI\u0131", re.I), ("i*?$", "iI\u0131\u0130", re.I), ("\\151", "\u0131", re.I),
    ("k", "\u212a", re.I | re.A), ("\u017f", "s", re.I | re.A), ("[\u017f]", "s", re.I | re.A), ("[^k]", "\u212a", re.I | re.A),
    ("K+", "kK\u212a", re.I | re.A), ("K+.", "kK\u212a", re.I | re.A), ("[k-m]", "K", re.I | re.A), ("[K-m].", "l\u00e9", re.I | re.A),
    ("\u00e9", "\u00c9", re.I | re.A), ("\u00e9", "\u00e9", re.I | re.A), ("[\u00e0-\u00e9]", "\u00c9", re.I | re.A), ("[]k].", "K\u00e9", re.I | re.A),
    ("(?a:k)", "\u212a", re.I), ("(?iu:k)", "\u212a", re.A),
]:
    print(ascii(pattern), ascii(text), int(flags), bool(re.fullmatch(pattern, text, flags)))
cased = [c for c in map(chr, range(0x3000)) if c.lower() != c or c.upper() != c]
every = "".join(cased)
print(sum(len(re.findall(c, every, re.I)) for c in cased), sum(len(re.findall(c, every, re.I | re.A)) for c in cased))
