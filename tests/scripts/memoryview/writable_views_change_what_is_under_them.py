import io

file = io.BytesIO(b"0123456789")
view = file.getbuffer()
print(view.readonly, view.nbytes)
view[0] = 65
view[1:3] = b"xy"
view[4:8:2] = b"PQ"
view[-3:] = view[0:3]
print(file.getvalue(), view.cast("H")[0])
view[1:5] = view[0:4]
print(file.getvalue(), file.readinto(view[6:]), file.getvalue())
for key, value in ((0, 256), (0, -1), (0, "a"), (0, 1.5), (slice(1, 3), b"xyz"), (slice(0, 2), "ab"), (20, 1), (slice(0, 2), view.cast("b")[:2])):
    try:
        view[key] = value
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
for text, value in (("H", 65536), ("q", 2**63), ("c", b"ab"), ("c", "a"), ("f", "a"), ("e", 1e6)):
    try:
        view[:8].cast(text)[0] = value
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
shown = view.toreadonly()
for attempt in (lambda: shown.__setitem__(0, 1), lambda: view.__delitem__(0), lambda: hash(view)):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for each in (shown, view):
    each.release()
