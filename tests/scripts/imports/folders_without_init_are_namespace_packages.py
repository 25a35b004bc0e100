import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    for part, module in (("first", "one"), ("second", "two")):
        os.makedirs(os.path.join(folder, part, "spread", "deep"))
        with open(os.path.join(folder, part, "spread", module + ".py"), "w") as file:
            file.write(f"name = {module!r}\n")
        sys.path.append(os.path.join(folder, part))
    import spread.one
    from spread import two

    print(spread.one.name, two.name, len(list(spread.__path__)), spread.__name__, spread.__package__)
    try:
        from spread import three
    except ImportError as error:
        print(error)
    try:
        import spread.four
    except ModuleNotFoundError as error:
        print(error)
