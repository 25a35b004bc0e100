print(abs(-3), abs(2.5), round(2.5), round(3.14159, 3), round(-0.5), divmod(17, 5), pow(2, 8), pow(2, 8, 100), sum([1, 2], 10), sum([[1], [2]], []), sum(()), sum([0.1] * 10))
for call in (lambda: sum(["a"], ""), lambda: abs("x"), lambda: round("x"), lambda: sum(5)):
    try:
        call()
    except TypeError as error:
        print(error)
