def f(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2:
            return "one or two"
        case -5:
            return "minus five"
        case "text":
            return "text"
        case None:
            return "none"
        case True:
            return "true"
        case 1.5 | b"b":
            return "other literal"
        case _:
            return "default"
print([f(x) for x in (0, 1, 2, -5, "text", None, True, False, 1.5, b"b", [], 1.0)])
