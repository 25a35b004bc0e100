view = memoryview(bytes(range(97, 105)))
for text in ("B", "b", "c", "?", "h", "H", "i", "I", "q", "Q", "n", "N", "P", "e", "f", "d", "@H"):
    cast = view.cast(text)
    print(cast.format, cast.itemsize, cast.shape, cast.tolist())
table = view.cast("B", [2, 4])
print(table.tolist(), table.shape, table.strides, table[0, 1], table[1, -1], table[0:1].tolist(), table[::-1].tolist(), len(table))
print(table.tobytes(), table.tobytes("F"), table.c_contiguous, table.f_contiguous, view.cast("H", (2, 2)).tolist())
print(table.cast("B").shape, table == view, table == view.cast("B", (2, 4)), view.cast("B", (2, 2, 2))[0, 1, 1])
attempts = [lambda: view.cast("z"), lambda: view.cast("<i"), lambda: view.cast("H").cast("I"), lambda: view.cast("B", [3, 3]),
            lambda: view[:7].cast("H"), lambda: view[::2].cast("H"), lambda: view.cast("B", 5), lambda: view.cast("B", [0]),
            lambda: view.cast("B", ["a"]), lambda: view.cast(3), lambda: table.cast("B", [4, 2]), lambda: table[0],
            lambda: table[2, 0], lambda: table[0, 5], lambda: table[0, 1, 2], lambda: table[0:1, 0:1], lambda: table["a", 0],
            lambda: list(table), lambda: view[8], lambda: view["a"], lambda: view[()], lambda: view[1, 2], lambda: memoryview(3)]
for attempt in attempts:
    try:
        print(attempt())
    except (TypeError, ValueError, IndexError, NotImplementedError) as error:
        print(type(error).__name__, error)
