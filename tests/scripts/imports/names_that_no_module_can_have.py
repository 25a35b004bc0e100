for name in "", "._values", "json.", "json..x", "a/b", "a\0b", "json/decoder", "\ud800", "json.\0":
    try:
        __import__(name)
        print("found")
    except (ImportError, ValueError) as error:
        print(type(error).__name__, ascii(str(error)), ascii(getattr(error, "name", None)))
for names in [5], ["decoder"], 5, ["", "x"], "*":
    try:
        print(__import__("json", fromlist=names).__name__)
    except (TypeError, ImportError) as error:
        print(type(error).__name__, error)
