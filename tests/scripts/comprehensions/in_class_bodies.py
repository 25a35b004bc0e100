class A:
    n = 3
    row = [i for i in range(n)]
    try:
        bad = [n for _ in range(2)]
    except NameError as error:
        print(error)
    pairs = {i: j for i in range(2) for j in [i]}
print(A.row, A.pairs)
