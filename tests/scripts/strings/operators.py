# +, *, comparisons, hash.
print("a" + "b", "ab" * 3, 2 * "é", "x" * -1, "" * 5, "a" < "b", "Z" < "a", "é" > "z", "ab" < "abc", "\uffff" < "😀", "a" == 1)
print(hash("abc") == hash("ab" + "c"), {"a": 1, "b": 2}["a"], len({"x", "x", "y"}))
text = ""
for i in range(1000):
    text += "né"[i % 2]
print(len(text), text[:6], text.count("é"))
early = text
text += "!"
other = early + "?"
print(text[-2:], other[-2:], early[-1:], len(early))
for function in [lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" * 1.5, lambda: "a" < 1, lambda: "a" - "b",
                 lambda: "ab" * 2**62, lambda: "a" * 2**63, lambda: -"a"]:
    try:
        function()
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
