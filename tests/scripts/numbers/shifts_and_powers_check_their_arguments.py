for call in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 1.5, lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(2.0, 1, 3), lambda: 5 & 1.0):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
