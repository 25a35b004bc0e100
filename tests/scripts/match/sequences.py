def f(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [1, b]: return f"one and {b}"
        case (a, [b, *c]): return f"nested {a} {b} {c}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case [first, second, *rest]: return f"{first} {second} {rest}"
    return "no"
print([f(x) for x in ([], [5], (1, 2), [3, (4, 5, 6)], [7, 0, 7], range(4), "ab", {1, 2}, b"xy", [3, "xy"], 5)])
