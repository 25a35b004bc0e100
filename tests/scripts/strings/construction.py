# str() of anything, of bytes with an encoding, and subclasses of str.
print(str(), str(1.5), str(None), str([1, "a"]), str(b"ab"), str(b"caf\xc3\xa9", "utf-8"), str(object="x"))


class Name(str):
    def __new__(cls, text, extra=None):
        self = super().__new__(cls, text.title())
        self.extra = extra
        return self

    def shout(self):
        return self.upper() + "!"


name = Name("ada lovelace", extra=[1])
print(name, repr(name), name.shout(), name.extra, len(name), name == "Ada Lovelace", name[:3], type(name[:3]), type(name))
print(type(name.strip()), type(str(name)), type(name + ""), {name: 1}["Ada Lovelace"], "x" + name, f"{name:>14}", hash(name) == hash("Ada Lovelace"))
for arguments in [(1, "utf-8"), ("a", "utf-8"), (1, 2)]:
    try:
        str(*arguments)
    except TypeError as error:
        print(error)
