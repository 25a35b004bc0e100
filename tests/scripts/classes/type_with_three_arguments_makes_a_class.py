def hello(self): return f"hello {self.name}"
Made = type("Made", (), {"hello": hello, "name": "made"})
Sub = type("Sub", (Made,), {"name": "sub"})
print(Made().hello(), Sub().hello(), Sub.__name__, Sub.__mro__[1] is Made, type(Sub), type(5), type(None))
