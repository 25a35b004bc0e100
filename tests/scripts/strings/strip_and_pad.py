print([" x ".strip(), " x ".lstrip(), " x ".rstrip(), "xxaxx".strip("x"), "abcba".strip("ab"), "\t\nx\u2003".strip()])
print(["x".center(5), "x".center(4, "*"), "x".ljust(3) + "|", "x".rjust(3, "."), "42".zfill(5), "-42".zfill(5), "+1".zfill(1)])
print("prefix-name".removeprefix("prefix-"), "name.py".removesuffix(".py"), "name".removesuffix("x"), "a\tb\tcd".expandtabs(4))
