for space in [{}, {"__name__": "m"}, {"__name__": "_values.m"}, {"__name__": "absent.m"}, {"__name__": 5}, {"__package__": 5},
              {"__name__": "_causes", "__path__": []}, {"__package__": None, "__name__": "_causes.m"},
              {"__package__": "", "__name__": "_causes.m"}, {"__package__": "_causes"}, {"__package__": "absent"}]:
    for text in "from . import listed", "from .listed import name", "from .. import a", "from .absent import a":
        try:
            exec(text, dict(space))
            print(text, "works")
        except (ImportError, KeyError, TypeError) as error:
            print(text, type(error).__name__, str(error).split(" (/")[0])
