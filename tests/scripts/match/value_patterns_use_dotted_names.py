class Color:
    RED = "r"
    GREEN = "g"
def f(x):
    match x:
        case Color.RED: return "red"
        case Color.GREEN | "green": return "green"
        case [Color.RED, *_]: return "list of red"
        case {Color.GREEN: v}: return f"mapped {v}"
    return "none"
print(f("r"), f("g"), f("green"), f(["r", 1]), f({"g": 5}), f("x"))
