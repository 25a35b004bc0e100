a = object()
print(hash("a") == hash("a"), hash(1) == 1, id(a) == id(a), id(a) != id(object) , hash((1, "a")) == hash((1, "a")), hash(None) == hash(None), isinstance(hash(a), int))
