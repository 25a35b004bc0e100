# since 3.14
import struct


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, OverflowError, struct.error) as error:
        print(type(error).__name__, error)


record = struct.Struct("i")
for wrong in ("z", 3):
    attempt(record.__init__, wrong)
    print(record.format, record.size)
for function in (struct.calcsize, struct.pack, struct.Struct):
    attempt(function, ["i"])
    attempt(function, 3)
attempt(struct.unpack, ["i"], b"1234")
attempt(struct.iter_unpack, {}, b"1234")
print(struct._clearcache())
