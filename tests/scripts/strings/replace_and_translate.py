print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "abc".replace("", "-"), "aaa".replace("aa", "b"), "x".replace("y", "z"))
table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), "a".translate({97: "long"}), "ab".translate({97: None, 98: 100}), str.maketrans({"a": "1"}))
