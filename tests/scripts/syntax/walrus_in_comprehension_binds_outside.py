def find(words):
    if any((found := word).startswith("b") for word in words):
        return found
    return None

print(find(["apple", "banana", "berry"]), find(["x"]))
