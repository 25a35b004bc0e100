import copy

view, empty = memoryview(b"12345678"), memoryview(b"")
attempts = [lambda: empty.cast("B", shape=[0]), lambda: empty.cast("B", []), lambda: view.cast("B", [2**62, 4]),
            lambda: view.cast("B", [2**63]), lambda: view.cast("B", [-(2**63) - 1]), lambda: view.cast("B", [2**61, 8]),
            lambda: view.cast("i", [2**62]), lambda: view.cast("B", [2**40]), lambda: view.cast("B", [8, 0]),
            lambda: view.cast("\xe9"), lambda: view.cast("B\0").format, lambda: view.cast("\0B"), lambda: view.cast(None),
            lambda: empty.cast("i").shape, lambda: view.tobytes(5), lambda: view.tobytes("X"), lambda: view.tobytes("C\0"),
            lambda: view.tobytes(None), lambda: copy.copy(view), lambda: copy.deepcopy([view]), lambda: copy.copy(iter(view))]
for attempt in attempts:
    try:
        print(attempt())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
