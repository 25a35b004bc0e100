# since 3.14
from string import Formatter

formatter = Formatter()
for text in ("c{{}}", "a{{b", "{{{0}}}", "{0!r:{1}}x", "{a.b[c]}", "{a[!:}]}", "{:{}}", "", "{0}{{"):
    print(repr(text), list(formatter.parse(text)))
for text in ("{", "}", "{0", "{0!", "{0!r", "{0!rx}", "{0!}", "{0[}", "{{}", "{a{b}"):
    try:
        print(list(formatter.parse(text)))
    except ValueError as error:
        print(repr(text), error)
try:
    formatter.parse(3)
except TypeError as error:
    print(error)
for text in ("{}{0}", "{0}{}"):
    try:
        formatter.format(text, 1)
    except ValueError as error:
        print(error)
print(formatter.format("{0}{1}{{}}", 1, 2), formatter.format("{:{}}{}", 1, 5, 6))
