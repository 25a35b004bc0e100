print(list("aé🐍"), [c for c in "xyz"], tuple("ab"), {c: ord(c) for c in "ab"}, list(enumerate("ab")), list(zip("ab", "cd")), list(reversed("abc")))
