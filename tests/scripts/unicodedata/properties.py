# since 3.14
# Properties of single characters.
import unicodedata as u

for c in "a5²½一Ⅷ٣\u0301é(\u0378ﬁ가①萬א<\n\u202e㉈\U00010107༳":
    print(ascii(c), u.category(c), u.combining(c), u.bidirectional(c), u.mirrored(c), u.decimal(c, None),
          u.digit(c, None), u.numeric(c, None), u.east_asian_width(c), u.name(c, "-"))
print(u.category("\ud800"), u.category("\U0010ffff"), u.east_asian_width("\U0001f600"), u.numeric("\u0d58"))
for function in u.decimal, u.digit, u.numeric, u.name:
    try:
        function("\ue000")
    except ValueError as error:
        print(error)
for wrong in (lambda: u.name(1), lambda: u.category("ab"), lambda: u.digit("12")):
    try:
        wrong()
    except TypeError as error:
        print(error)
