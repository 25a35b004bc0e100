s = "banana"
print(s.find("an"), s.rfind("an"), s.find("x"), s.find("an", 2), s.find("a", -1), s.find(""), s.find("", 9), s.count("a"), s.count("an"), s.count(""))
print(s.index("na"), s.rindex("na"), s.startswith("ba"), s.endswith(("x", "na")), s.startswith("na", 2), s.endswith("", 3, 2))
print("an" in s, "" in s, "x" not in s, s.count("a", 2, 5))
