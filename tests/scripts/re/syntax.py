# What patterns can say.
import re


def show(pattern, text, flags=0):
    match = re.search(pattern, text, flags)
    print(pattern, match and (match.group(), match.groups()))


show(r"a{2,3}?", "aaaa")
show(r"a{,2}b", "aaab")
show(r"x{y}", "x{y}")
show(r"(?i:A)b", "ab aB")
show(r"(?i)ÉT", "été")
show(r"(?x) a  b # comment", "ab")
show(r"(?s).+", "a\nb")
show(r"(?m)^b$", "a\nb\nc")
show(r"(?P<q>['\"]).*?(?P=q)", "say 'a\"b' now")
show(r"(a)?(?(1)b|c)", "c ab")
show(r"(?<!a)b(?=c)", "ab bc")
show(r"(?>a+)ab|c", "aaabc")
show(r"a*+b", "aab")
show(r"[^\W\d_]+", "12_éa")
show(r"[]\-a]+", "x-]a")
show(r"\bé\b", "a é b")
show(r"\d+", "٣٤5", re.ASCII)
show(r"\d+", "٣٤5")
show(r"\s+", "a\x1c\u2003b")
show(r"\x41\u00e9\101\t", "Aé" + "A\t")
show(r"\Aa\Z", "a\n")
show(r"a$", "a\n")
show(r"(a|b)*c", "abac")
show(r"(\w+) \1", "the the")
show(r"(?:a|b)(?#comment)c", "bc")
show(rb"\w+", b"\xe9ab")
