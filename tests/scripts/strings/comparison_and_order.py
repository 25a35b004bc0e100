print("a" < "b", "a" < "B", "" < "a", "abc" < "abd", "abc" < "ab", "Z" < "a", "é" > "z", "a" == "a", "a" != "b")
print(sorted(["banana", "Apple", "cherry", "apple"]), max("abc"), min("b", "a"), sorted("hello"))
