# What malformed and unfitting specifications say.
cases = [(1, "q"), (1, ".2"), (1, ".2d"), (1, "."), (1, "z"), (1.5, "d"), (1.5, "x"), (1.5, "c"), (1.5, "s"), (1, "s"), ("a", "d"), ("a", "+"), ("a", " "), ("a", "#"), ("a", "z"), ("a", "="), ("a", ","), ("a", "_"), (1, ",,"), (1, ",_"), (1, "__"), (1, ",x"), (1, ",n"), (65, "+c"), (65, "#c"), (-1, "c"), (0x110000, "c"), (10**30, "c"), (1, "9" * 30), (1.0, "." + "9" * 30), (1.0, ".3000000000f"), (1, "10dd"), ("a", "10ss"), (1.5, "5.2ff"), (True, "s"), (1, "é"), (1, "\x01"), (1, "1 "), (10**400, "e"), ([], "5"), (None, "x"), ((), "d"), (object(), "s"), (range(3), "1"), (int, "x"), (1, 5)]
for value, spec in cases:
    try:
        print(format(value, spec))
    except Exception as error:
        print(type(error).__name__ + ":", error)
