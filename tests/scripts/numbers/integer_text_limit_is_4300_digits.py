n = 10 ** 4300
for call in (lambda: str(n), lambda: int("1" * 4301), lambda: f"{n}", lambda: print(n)):
    try:
        call()
    except ValueError as error:
        print(error)
print(len(str(10 ** 4299)), len(hex(n)) > 3000, int("1" * 4300) % 7)
