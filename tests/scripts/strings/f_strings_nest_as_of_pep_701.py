words = ["a", "b"]
print(f"{", ".join(words)} {f"{f"{1 + 1}"}"} {"\n".join(words)!r}")
print(f"{
    words[0]  # a comment
}")
print(f'{words[0]:{'>'}{5}}', f"{'x' if words else 'y'}", f"{'a:b'}", f"{3 != 4}", f"{{{'a'}}}")
