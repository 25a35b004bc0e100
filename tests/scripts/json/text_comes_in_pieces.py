from json import JSONEncoder


class Encoder(JSONEncoder):
    def default(self, o):
        return [1, 2] if o is ... else super().default(o)


value = [1, [2, 3], {"a": None, "b": [], "c": {}}, "x", (1.5, True)]
print(list(JSONEncoder().iterencode(value)))
print(list(JSONEncoder(indent=2).iterencode(value)))
print(list(JSONEncoder(sort_keys=True, separators=(",", ":")).iterencode({"b": 1, "a": [2]})))
print(list(Encoder().iterencode([..., {"k": ...}])), list(Encoder().iterencode("x")))
print(list(JSONEncoder(skipkeys=True).iterencode({1: 2, None: 3, 1.5: 5, (1,): 6, False: 7})))
pieces = JSONEncoder().iterencode([1, object])
print(next(pieces))
loop = [1]
loop.append({"again": loop})
for bad in (pieces, JSONEncoder().iterencode(loop), JSONEncoder().iterencode({(1,): 2}),
            JSONEncoder(allow_nan=False).iterencode([float("nan")])):
    try:
        print(list(bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).partition(":")[0])
print("".join(JSONEncoder(indent="--").iterencode(value)) == JSONEncoder(indent="--").encode(value))
