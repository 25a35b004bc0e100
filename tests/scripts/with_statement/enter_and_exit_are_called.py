class Manager:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)

with Manager("a") as value:
    print("body", value)
with Manager("b"):
    pass
try:
    with Manager("c"):
        raise ValueError("x")
except ValueError as error:
    print("caught", error)
