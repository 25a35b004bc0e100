def f(x):
    match x:
        case n if n < 0: return "negative"
        case n if n == 0: return "zero"
        case int(): return f"positive {n}"
print(f(-1), f(0), f(5), f(1.5))
