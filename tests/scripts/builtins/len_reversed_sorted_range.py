print(len("é🐍"), len([]), len({"a": 1}), len(range(5)), list(reversed([1, 2])), list(reversed({"a": 1, "b": 2})), sorted([3, 1], reverse=True), sorted("ba"), list(reversed(range(0, 5, 2))))
for call in (lambda: len(5), lambda: len(iter([])), lambda: reversed({1}), lambda: sorted(5), lambda: sorted([1], 2)):
    try:
        call()
    except TypeError as error:
        print(error)
