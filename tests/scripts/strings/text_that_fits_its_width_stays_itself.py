# Also where its class is derived from str or bytes: no copy is made of what need not be changed.
class Text(str):
    def __repr__(self):
        return f"Text({str(self)!r})"


class Octets(bytes):
    def __repr__(self):
        return "Octets"


text, octets = Text("text"), Octets(b"abc")
print(repr(f"{text:>4}"), repr(f"{text:2}"), repr(f"{text:s}"), repr(f"{text:.9}"), repr(f"{text:^4.4}"))
print(repr(f"{text:>5}"), repr(f"{text:.3}"), repr(f"{text}"), repr(format(text, "")), repr(format(text, "1")))
print(text.partition("z"), text.rpartition("z"), text.partition("e"), octets.partition(b"z"), octets.rpartition(b"z"))
