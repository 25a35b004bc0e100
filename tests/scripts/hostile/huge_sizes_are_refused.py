def attempt(action):
    try:
        action()
        return "done"
    except (MemoryError, OverflowError, ValueError):
        return "refused"

for action in (lambda: "x" * 2**62, lambda: [None] * 2**60, lambda: (1,) * 2**60, lambda: b"x" * 2**62, lambda: bytes(2**62),
               lambda: list(range(2**60)), lambda: 1 << 2**60, lambda: "a".ljust(2**62), lambda: f"{1:{2**62}}", lambda: "%*d" % (2**62, 1),
               lambda: "abc".replace("", "x" * 2**40) if False else "x" * 2**63, lambda: [0] * 2**64, lambda: range(2**70)[2**69], lambda: "ab" * -2**70):
    print(attempt(action))
