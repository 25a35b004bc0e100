def level(n):
    try:
        if n == 0:
            raise LookupError("bottom")
        for _ in range(2):
            level(n - 1)
    finally:
        seen.append(n)

seen = []
try:
    level(5)
except LookupError as error:
    print(error, seen)
