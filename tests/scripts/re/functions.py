# The functions of the module.
import re

print(re.findall(r"\w+", "a bc d"), re.findall(r"(\w)(\d)?", "a1b"), re.findall(r"x*", "axb"), re.findall("(a)|b", "ab"))
print([m.span() for m in re.finditer("a|", "baa")], re.split(r"[,;]\s*", "a, b;c"), re.split(r"(,)", "a,b,c", maxsplit=1), re.split("x*", "axb"))
print(re.sub(r"\d", "#", "a1b22"), re.sub(r"(\w)(\w)", r"\2\1", "abcd"), re.sub("x*", "-", "abxd"), re.subn("a", "b", "aa"))
print(re.sub("a", lambda m: m.group().upper() + str(m.start()), "banana"), re.sub("a", "b", "aaa", count=2), re.sub("(x)?", r"[\1]", "ax"))
print(re.fullmatch("a|ab", "ab"), re.fullmatch("a", "ab"), re.match("b", "ab"), re.search("$", "a\n"), re.escape("a.b*[c] é-\n"))
print(re.compile("a").sub(r"\\", "xax"), re.sub("a", r"\g<0>\g<0>", "ba"), re.sub("(?P<n>a)", r"<\g<n>>", "ba"), re.sub("a", "\\n", "a"))
pattern = re.compile("b")
print(pattern.search("abab", 2), pattern.match("ab", 1), pattern.findall("bbb", 1, 2), pattern.search("ab", 0, 1), re.compile(pattern) is pattern)
