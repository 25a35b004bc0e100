for character in "\0\x1e\x1f q~\x7fé€\n":
    for make in (lambda: ("ab%3" + character) % 1, lambda: ("%" + character).encode() % 1):
        try:
            print(make())
        except (ValueError, OverflowError) as error:
            print(ascii(str(error)))
