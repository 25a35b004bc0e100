for call in (
    lambda: str.upper(),
    lambda: list.append(5),
    lambda: list.append(),
    lambda: dict.get(5),
    lambda: str.upper(5),
    lambda: dict.keys(),
    lambda: list.append([]),
    lambda: str.join(",", ["a"]),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
