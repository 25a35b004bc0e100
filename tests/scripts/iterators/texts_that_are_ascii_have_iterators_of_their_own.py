for text in ("ab", "", "aß", "€"):
    iterator = iter(text)
    print(type(iterator).__name__, iterator.__length_hint__(), list(iterator), iterator.__length_hint__())
    try:
        iterator.send(1)
    except AttributeError as error:
        print(error)
print(type(iter("a")) is type(iter("b")), type(iter("a")) is type(iter("ß")), sum(1 for _ in zip("ab", "ßü")))
