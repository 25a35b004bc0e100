print(all([]), any([]), all([1, ""]), any([0, "x"]), min(3, 1, 2), max([1, 5, 2]), min("ba"), max({"a": 1, "b": 2}), min([], default="d"), max(["aa", "b"], key=len), min(1, 1.0), max(1, True))
for call in (lambda: min([]), lambda: max(), lambda: max(1, "a"), lambda: min(1, 2, default=3), lambda: max(5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(error)
