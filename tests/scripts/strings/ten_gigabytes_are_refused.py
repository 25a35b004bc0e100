for call in (lambda: "x" * 10**18, lambda: b"x" * 10**18, lambda: [0] * 10**18, lambda: "ab".center(10**18), lambda: "x".zfill(10**18)):
    try:
        call()
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)
