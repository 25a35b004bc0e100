print(f"{'ab':5}|{'ab':>5}|{'ab':^5}|{'ab':*<5}|{'abcdef':.3}|{'abc':>6.2}|{'':3}|{'é':^3}|{'ab':05}|{'x':s}")
for spec in ("d", "+", "=5", ","):
    try:
        format("x", spec)
    except ValueError as error:
        print(error)
