import io
import struct

file = io.BytesIO(bytes(12))
with file.getbuffer() as view:
    struct.pack_into("<hh", view, 0, 1, -1)
    struct.Struct(">I").pack_into(view, -4, 7)
    struct.pack_into("3xB", view, 4, 255)
    for attempt in (lambda: struct.pack_into("<h", view, 11, 1), lambda: struct.pack_into("<h", view, -1, 1),
                    lambda: struct.pack_into("<h", view, -20, 1), lambda: struct.pack_into("<h", view, 0),
                    lambda: struct.pack_into("<h", view.toreadonly(), 0, 1), lambda: struct.pack_into("<h", view[::2], 0, 1),
                    lambda: struct.pack_into("<h", view, "a", 1), lambda: struct.pack_into("<h", view, 0, 2**15)):
        try:
            attempt()
        except (struct.error, TypeError, BufferError) as error:
            print(type(error).__name__, error)
    print(struct.unpack_from("<hh", view), struct.unpack("3H", view[6:]))
print(file.getvalue())
