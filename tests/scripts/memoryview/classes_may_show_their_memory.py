# A class with __buffer__ is a bytes-like object everywhere, and hears by __release_buffer__ when a view ends (PEP 688).
import collections.abc
import inspect
import io
import struct


class Shown:
    def __init__(self):
        self.octets = bytearray(b"abc")

    def __buffer__(self, flags):
        print("show", inspect.BufferFlags(flags) & inspect.BufferFlags.WRITABLE, end=" ")
        return memoryview(self.octets)

    def __release_buffer__(self, view):
        print("release", type(view).__name__, end=" ")
        view.release()


class Constant:
    def __buffer__(self, flags):
        return memoryview(b"ro")


class Number:
    def __buffer__(self, flags):
        return 5


class Failing:
    def __buffer__(self, flags):
        raise ValueError("no memory to show")


class Nothing:
    __buffer__ = None


class Derived(bytearray):
    def __buffer__(self, flags):
        print("derived", end=" ")
        return super().__buffer__(flags)


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, ValueError, BufferError) as error:
        print(type(error).__name__, error)


shown = Shown()
with memoryview(shown) as view:
    print(view.tolist(), view.readonly, view.obj is shown)
    view[0] = 66
print(shown.octets)
shown.octets.append(1)
for value in (Constant(), Number(), Failing(), Nothing()):
    attempt(lambda: memoryview(value).tolist())
    for function in (bytes, bytearray, b"aro".find, io.BytesIO().write, lambda value: struct.unpack("2b", value),
                     lambda value: value in b"aro", lambda value: b"a" + value, lambda value: b"-".join([value, value]),
                     int.from_bytes, bytearray(b"a").extend, lambda value: str(value, "ascii"), io.BytesIO):
        attempt(lambda: type(function(value)).__name__)
with memoryview(Derived(b"q")) as view:
    print(view.tolist())
for value in (shown, b"", bytearray(), memoryview(b""), 5, ""):
    print(isinstance(value, collections.abc.Buffer), end=" ")
print(hasattr(bytes, "__release_buffer__"), hasattr(bytearray, "__release_buffer__"))
array = bytearray(b"xy")
view = array.__buffer__(inspect.BufferFlags.FULL_RO)
attempt(array.append, 1)
array.__release_buffer__(view)
attempt(array.append, 1)
attempt(b"".__buffer__, inspect.BufferFlags.WRITABLE)
print(list(inspect.BufferFlags), inspect.BufferFlags.FULL + 0, inspect.BufferFlags.RECORDS_RO + 0)
