for call in (lambda: len(), lambda: len(1, 2), lambda: [].append(), lambda: [].append(1, 2), lambda: "a".upper(1), lambda: "".join(), lambda: str.upper(5), lambda: list.append([], 1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
