for text in ("1.5", " 2 ", "1e3", "1E-3", ".5", "5.", "inf", "-Infinity", "NaN", "1_0.5", "+0", "0x10", "", "1.5.2", "e5", "--1", "1e400", "1e-400", "१.५"):
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(error)
