view = memoryview(b"abcdefgh")
print(len(view), view[0], view[-1], view[2:5].tobytes(), view[::2].tolist(), view[::-1].tobytes(), 97 in view)
print(view.nbytes, view.itemsize, view.format, view.ndim, view.shape, view.strides, view.suboffsets, view.readonly)
print(view[::2].strides, view[::2].contiguous, view[1:2].contiguous, view.obj, list(reversed(view)), view.hex(":", 2))
print(view == b"abcdefgh", view == memoryview(b"abc"), view[::2] == b"aceg", view != 3, hash(view) == hash(b"abcdefgh"))
print(b"".join([view, view[:2]]), b"x" + view, b"abc".find(memoryview(b"c")), bytes(view[::3]), int(memoryview(b"12")))
print(str(memoryview(b"ab"), "ascii"), b"abcd".startswith(memoryview(b"ab")), isinstance(view, memoryview))
match view:
    case [97, *rest]:
        print(rest)
