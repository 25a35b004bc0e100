name, n = "Ouro", 3
print(f"{name} has {n} letters less {n - 4:+d}", f"{{}} {{{n}}}", f"{name!r:>8}|{name!s:<6}|{'é'!a}", f"{n:>{n + 2}}|{n:0{n}d}")
print(f"{n = }, {n=}, {n + 1 = :>4}, {name = !s}", f'{"nested " + f"{n}"}', f"{[x for x in range(n)]} {(lambda: 5)()}", f"{ {'a': 1}['a'] }")
print(f"""multi
{n
+ 1}""", rf"\n{n}", f"\n{n}\x41".strip())
