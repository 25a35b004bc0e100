import gc
import weakref


class Vector(list):
    def __add__(self, other):
        return ["added", type(other).__name__]

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def __neg__(self):
        return "negated"


vector = Vector([3, 1, 2])
proxy = weakref.proxy(vector)
print(len(proxy), proxy[0], 2 in proxy, list(proxy), sorted(proxy), proxy == [3, 1, 2], proxy != vector)
print(proxy + proxy, -proxy, proxy(1, a=2), str(proxy), bool(proxy))
proxy.name = "v"
proxy[1] = 10
del proxy[0]
proxy.append(7)
print(vector, vector.name, proxy.name, isinstance(proxy, Vector), type(proxy) is weakref.CallableProxyType)
for attempt in (lambda: proxy.missing, lambda: hash(proxy), lambda: proxy - 1, lambda: next(proxy), lambda: int(proxy)):
    try:
        attempt()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


def make():
    return weakref.proxy(Vector())


dead = make()
gc.collect()
for attempt in (lambda: dead.x, lambda: len(dead), lambda: dead + 1, lambda: dead(), lambda: str(dead), lambda: bool(dead)):
    try:
        attempt()
    except ReferenceError as error:
        print(error)
