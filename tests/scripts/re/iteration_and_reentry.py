# A replacement function may use regular expressions itself; iterators keep their place.
import re


def nested(match):
    return re.sub("[aeiou]", lambda inner: inner.group().upper(), match.group()) + str(len(re.findall("l", match.group())))


print(re.sub(r"\w+", nested, "hello all people"))
iterator = re.finditer("(a)(b)?", "abaab")
first = next(iterator)
re.search("zzz(y)", "zzzy")
print(first.groups(), [m.groups() for m in iterator], first.span(2))


def failing(match):
    raise KeyError(match.group())


try:
    re.sub("b", failing, "abc")
except KeyError as error:
    print("KeyError", error)
print(re.sub("b", lambda m: None, "abc"))
