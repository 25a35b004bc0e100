# Results that no memory can hold are refused before anything is made.
for function in [lambda: "x" * 10**15, lambda: "x".ljust(10**15), lambda: "x".zfill(10**15), lambda: "ab".center(10**15),
                 lambda: b"x" * 10**15, lambda: bytes(10**15)]:
    try:
        function()
    except MemoryError as error:
        print(type(error).__name__, error)
