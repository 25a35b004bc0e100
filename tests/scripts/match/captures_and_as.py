def f(x):
    match x:
        case (1 | 2) as small: return ("small", small)
        case [("go" | "run") as verb, ("n" | "s") as way]: return (verb, way)
        case [[a, b] as pair, c]: return (a, b, pair, c)
        case str(s) if s: return ("string", s)
        case other: return ("other", other)
print([f(x) for x in (1, 2, ["go", "n"], [["x", "y"], "z"], "abc", "", 3)])
match [1, 2]:
    case [p, q]:
        pass
print(p, q)
