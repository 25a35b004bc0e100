# Iterating over a str.
iterator = iter("aé😀")
print(next(iterator), iterator.__length_hint__(), list(iterator), list(iterator), iterator.__length_hint__())
print([c for c in "xyz"], dict(zip("ab", "cd")), sorted("hello"), max("aé"), set("aab") == {"a", "b"}, *"ab")
first, *rest = "spam"
print(first, rest, [ord(c) for c in "a€😀"], [chr(i) for i in (97, 8364, 128512)])
