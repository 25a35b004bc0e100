import io
import struct

file = io.BytesIO(b"abcdef")
view = file.getbuffer()
part = view[2:]
for attempt in (lambda: file.write(b"x"), lambda: file.truncate(2), lambda: file.close()):
    try:
        attempt()
    except BufferError as error:
        print(error)
print(file.read(3), file.seek(0), part.tobytes())
view.release()
view.release()
print(str(view)[:17])
for attempt in (lambda: view[0], lambda: len(view), lambda: view.nbytes, lambda: view.tobytes(), lambda: view.__enter__(),
                lambda: hash(view), lambda: view.obj, lambda: memoryview(view), lambda: file.truncate(0)):
    try:
        attempt()
    except (ValueError, BufferError) as error:
        print(type(error).__name__, error)
print(view == view, view == b"abcdef")
records = struct.iter_unpack("h", part)
try:
    part.release()
except BufferError as error:
    print(error)
print(list(records))
part.release()
print(file.truncate(1), file.getvalue())
with memoryview(b"abc") as view:
    print(view[0])
