# While a view is alive the octets may change, their number may not.
import threading

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


array = bytearray(b'abc')
view = memoryview(array)
view[1] = 66
view[2:] = b'C'
print(array, view.readonly, view.obj is array)
for change in (lambda: array.append(1), lambda: array.clear(), lambda: array.pop(), lambda: array.extend(b''),
               lambda: array.extend(b'x'), lambda: array.extend([1]), lambda: array.extend([]),
               lambda: array.__imul__(1), lambda: array.__imul__(2), lambda: array.__imul__(0),
               lambda: array.__iadd__(b''), lambda: array.__iadd__(b'x'),
               lambda: array.__setitem__(slice(0, 2), b'xy'), lambda: array.__setitem__(slice(0, 2), b'x'),
               lambda: array.__setitem__(slice(0, 3, 2), b''), lambda: array.__setitem__(slice(0, 3, 2), b'QQ'),
               lambda: array.__init__(b'xyz'), lambda: array.remove(1), lambda: array.remove(array[0]),
               lambda: array.insert(0, 1), lambda: array.insert(0, 256), lambda: array.__delitem__(0),
               lambda: array.__delitem__(slice(0, 0)), lambda: array.__delitem__(slice(0, 3, 2)),
               lambda: array.reverse(), lambda: array.append(256), lambda: array.extend([256])):
    show(change)
    print(array)
part = view[1:]
view.release()
show(lambda: array.append(1))
part.release()
array.append(1)
print(array)


def joined(array):
    array += array
    return array


show(lambda: joined(bytearray(b'ab')))
show(lambda: joined(bytearray()))
with memoryview(array) as view:
    show(lambda: array.append(2))
array.append(2)
thread = threading.Thread(target=lambda: memoryview(array)[1:].tobytes())  # nobody holds these views
thread.start()
thread.join()
array.append(3)
print(array)
