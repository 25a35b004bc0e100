# since 3.14
import weakref


class Node:
    def __call__(self):
        pass


for value in [str.join, int.__add__, object.__init__, (1).__add__, [].__len__]:
    try:
        print(weakref.ref(value))
    except TypeError as error:
        print(error)
for value in ["".join, len, object.__new__, Node().__call__, dict.fromkeys, int | str]:
    print(type(weakref.ref(value)).__name__, end=" ")
print()
for kind in (weakref.ProxyType, weakref.CallableProxyType, type(iter([]))):
    for arguments in ((), (Node(),)):
        try:
            print(kind(*arguments))
        except TypeError as error:
            print(error)
