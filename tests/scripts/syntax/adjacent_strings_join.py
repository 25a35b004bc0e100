name = "x"
text = ("one " 'two '
        """three """
        f"{name} " r"\n")
print(text)
print(b"a" b"b" rb"\x00")
