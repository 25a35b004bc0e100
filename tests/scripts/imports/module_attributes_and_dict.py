import _chosen
_chosen.extra = 1
print(_chosen.extra, "shown" in dir(_chosen), hasattr(_chosen, "nope"), getattr(_chosen, "nope", None), sorted(n for n in vars(_chosen) if not n.startswith("__")) if False else "")
del _chosen.extra
try:
    _chosen.extra
except AttributeError as error:
    print(error)
try:
    _chosen.show
except AttributeError as error:
    print(error)
