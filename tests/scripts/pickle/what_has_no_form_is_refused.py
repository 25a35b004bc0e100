# since 3.14
import pickle, sys, threading, weakref


class Thing:
    class Inner:
        pass

    def method(self):
        pass


def outer():
    def inner():
        pass
    return inner


def generator():
    yield


async def coroutine():
    pass


running = coroutine()
values = {"generator": generator(), "coroutine": running, "module": sys, "lock": threading.Lock(), "code": outer.__code__,
          "weak reference": weakref.ref(Thing), "frame": sys._getframe(), "view": memoryview(b""), "keys": {}.keys(),
          "nested": [1, {"k": (sys,)}], "state": Thing(), "cell": (lambda: values).__closure__}
values["state"].attribute = sys
for name, value in values.items():
    for protocol in (0, 2, 5):
        try:
            print(name, pickle.dumps(value, protocol))
        except Exception as error:
            print(name, type(error).__name__, error, getattr(error, "__notes__", ""))
running.close()
for name, value in {"local": outer(), "lambda": lambda: None}.items():
    try:
        pickle.dumps(value)
    except pickle.PicklingError as error:
        print(name, str(error).split(" at 0x")[0], repr(error.__context__)[:60])
print(pickle.dumps([Thing.Inner, Thing().method, Thing.method, len, [].append], 3))
print(pickle.dumps([Thing.Inner, Thing().method, Thing.method, len, [].append], 5))
