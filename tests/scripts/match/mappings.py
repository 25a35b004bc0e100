def f(x):
    match x:
        case {"kind": "point", "x": x0, "y": y0}: return f"point {x0} {y0}"
        case {"kind": "circle", "at": {"x": x0}, **rest}: return f"circle {x0} {rest}"
        case {"n": int(n)}: return f"int {n}"
        case {}: return "mapping"
    return "no"
for x in ({"kind": "point", "x": 1, "y": 2, "z": 3}, {"kind": "circle", "at": {"x": 5}, "r": 1}, {"n": 3}, {"n": "s"}, {}, [], {"kind": "point"}):
    print(f(x))
