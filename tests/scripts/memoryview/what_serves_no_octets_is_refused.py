released = memoryview(b"a")
released.release()
with_gaps = memoryview(b"a-b-")[::2]
for view in (released, with_gaps):
    for attempt in (lambda: b"a" + view, lambda: b"".join([b"", view]), lambda: int(view), lambda: int(view, 10),
                    lambda: float(view), lambda: str(view, "ascii"), lambda: b"ab".find(view), lambda: view in b"ab"):
        try:
            print(attempt())
        except (TypeError, ValueError, BufferError) as error:
            print(type(error).__name__, error)
